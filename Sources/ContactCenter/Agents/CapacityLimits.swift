/// How many contacts an agent may hold, and what stands in the way of what: a capacity profile made ready.
struct CapacityLimits: Hashable, Sendable {
    /// The most contacts at once, by channel.
    var maximum = ChannelCounts()
    /// By channel: the other channels of which a single contact in hand stands in the way of an offer.
    private(set) var blockers: [ChannelSet]

    init(_ profile: CapacityConfiguration?) {
        blockers = [ChannelSet](repeating: [], count: Channel.allCases.count)
        guard let profile else { return }
        for capacity in profile.channels {
            maximum[capacity.channel] = UInt8(clamping: capacity.maximum)
            for other in Channel.allCases where capacity.excludes.contains(other) && other != capacity.channel {
                blockers[Int(capacity.channel.rawValue)].insert(ChannelSet(other))
                blockers[Int(other.rawValue)].insert(ChannelSet(capacity.channel))
            }
        }
        for capacity in profile.channels {
            for other in Channel.allCases where capacity.interrupts.contains(other) {
                blockers[Int(capacity.channel.rawValue)].remove(ChannelSet(other))
            }
        }
    }

    /// The channels on which one more contact may be offered beside those in hand.
    ///
    /// A channel is open while fewer than its maximum are in hand and no channel in hand excludes it or is excluded
    /// by it, unless it interrupts that one.
    func openChannels(beside load: ChannelCounts, maximum: ChannelCounts) -> ChannelSet {
        let present = load.present
        var open: ChannelSet = []
        for channel in Channel.allCases where load[channel] < maximum[channel] {
            if blockers[Int(channel.rawValue)].isDisjoint(with: present) { open.insert(ChannelSet(channel)) }
        }
        return open
    }
}

/// A small number for each channel.
struct ChannelCounts: Hashable, Sendable {
    private var counts = SIMD8<UInt8>()

    subscript(channel: Channel) -> UInt8 {
        get { counts[Int(channel.rawValue)] }
        set { counts[Int(channel.rawValue)] = newValue }
    }

    /// The channels whose number is not 0.
    var present: ChannelSet {
        var present: ChannelSet = []
        for channel in Channel.allCases where self[channel] > 0 { present.insert(ChannelSet(channel)) }
        return present
    }
}
