/// How many contacts an agent may hold, and what stands in the way of what: a capacity profile made ready.
struct CapacityLimits: Hashable, Sendable {
    /// The most contacts at once, by channel.
    var maximum = ChannelCounts()
    /// By channel, as the raw value of a set: the other channels of which a single contact in hand stands in the way
    /// of an offer.
    private var blockers = ChannelCounts()

    init(_ profile: CapacityConfiguration?) {
        guard let profile else { return }
        for capacity in profile.channels {
            maximum[capacity.channel] = UInt8(clamping: capacity.maximum)
            for other in Channel.allCases where capacity.excludes.contains(other) && other != capacity.channel {
                blockers[capacity.channel] |= ChannelSet(other).rawValue
                blockers[other] |= ChannelSet(capacity.channel).rawValue
            }
        }
        for capacity in profile.channels {
            for other in Channel.allCases where capacity.interrupts.contains(other) {
                blockers[capacity.channel] &= ~ChannelSet(other).rawValue
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
            if blockers[channel] & present.rawValue == 0 { open.insert(ChannelSet(channel)) }
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
