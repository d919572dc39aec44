internal import ContactCenter

extension ConfigurationReader {
    mutating func readCapacity(_ entry: LocatedEntry, at place: String) -> CapacityConfiguration {
        var capacity = CapacityConfiguration(id: CapacityID(entry.key), channels: [])
        for item in entry.value.entries() ?? [] {
            let names = Channel.allCases.map(\.name)
            guard let channel = Channel(name: item.key) else {
                let advice = Spelling.advice(for: item.key, among: names)
                item.value.reportKey("`\(item.key)` is no channel\(advice)")
                continue
            }
            let place = "\(place).channels[\(capacity.channels.count)]"
            trace(item.value, as: place)
            capacity.channels.append(readChannel(channel, item.value, at: place))
        }
        return capacity
    }

    private mutating func readChannel(_ channel: Channel, _ node: LocatedNode, at place: String) -> ChannelCapacity {
        var capacity = ChannelCapacity(channel: channel, maximum: 1)
        guard let fields = node.fields("maximum", "excludes", "interrupts") else { return capacity }
        if let maximum = fields.required("maximum")?.integer(in: ConfigurationBounds.channelMaximum) {
            capacity.maximum = maximum
        }
        capacity.excludes = readChannels(trace(fields["excludes"], as: "\(place).excludes"))
        capacity.interrupts = readChannels(trace(fields["interrupts"], as: "\(place).interrupts"))
        return capacity
    }

    private func readChannels(_ node: LocatedNode?) -> Set<Channel> {
        var channels: Set<Channel> = []
        for item in node?.listOrOne() ?? [] {
            guard let channel = item.channel() else { continue }
            if !channels.insert(channel).inserted { item.report("channel `\(channel.name)` is listed twice") }
        }
        return channels
    }
}
