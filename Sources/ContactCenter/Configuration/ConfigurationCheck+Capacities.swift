extension ConfigurationCheck {
    mutating func checkCapacities() {
        checkIDs(configuration.capacities.map(\.id), "capacity profile", "capacities")
        for (index, capacity) in configuration.capacities.enumerated() {
            let path = "capacities[\(index)]"
            if capacity.channels.isEmpty {
                report(path, "capacity profile `\(capacity.id)` has no channel; give it at least one, such as `voice`")
            }
            var seen: Set<Channel> = []
            for (index, channel) in capacity.channels.enumerated() {
                let path = "\(path).channels[\(index)]"
                if !seen.insert(channel.channel).inserted {
                    report(path, "capacity profile `\(capacity.id)` lists channel `\(channel.channel.name)` twice")
                }
                checkChannel(channel, of: capacity, at: path)
            }
        }
    }

    private mutating func checkChannel(_ channel: ChannelCapacity, of capacity: CapacityConfiguration, at path: String)
    {
        let name = channel.channel.name
        check(
            channel.maximum, in: ConfigurationBounds.channelMaximum, "maximum of channel `\(name)`",
            at: "\(path).maximum")
        if channel.excludes.contains(channel.channel) {
            report("\(path).excludes", "channel `\(name)` excludes itself; set its `maximum` to 1 instead")
        }
        if channel.interrupts.contains(channel.channel) {
            report("\(path).interrupts", "channel `\(name)` interrupts itself; raise its `maximum` instead")
        }
        let both = channel.excludes.intersection(channel.interrupts).sorted(by: Channel.byRawValue)
        if let other = both.first {
            report(
                "\(path).interrupts",
                "channel `\(name)` both excludes and interrupts `\(other.name)`; it can do only one of them")
        }
    }
}
