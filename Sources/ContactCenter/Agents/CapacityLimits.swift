/// How many contacts an agent may hold, and what stands in the way of what: a capacity profile made ready.
struct CapacityLimits: Hashable, Sendable {
    /// The most contacts at once, by channel.
    var maximum = ChannelCounts()
    /// By channel, as the raw value of a set: the other channels of which a single contact in hand stands in the way
    /// of an offer.
    private var blockers = ChannelCounts()
    /// By channel, as the raw value of a set: the other channels whose contacts interrupt one of it.
    private var interrupters = ChannelCounts()

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
                interrupters[other] |= ChannelSet(capacity.channel).rawValue
            }
        }
    }

    /// Whether a contact of a channel is interrupted while others are in hand on some channels.
    func isInterrupted(_ channel: Channel, by others: ChannelSet) -> Bool {
        interrupters[channel] & others.rawValue != 0
    }

    /// Whether any channel interrupts another.
    var hasInterruptions: Bool { !interrupters.present.isEmpty }

    /// Whether a contact of a channel interrupts any other.
    func interrupts(_ channel: Channel) -> Bool {
        Channel.allCases.contains { interrupters[$0] & ChannelSet(channel).rawValue != 0 }
    }

    /// The channels on which one more contact may be offered beside those in hand.
    ///
    /// A channel is open while fewer than its maximum are in hand and no channel in hand excludes it or is excluded
    /// by it, unless it interrupts that one.
    func openChannels(beside load: ChannelCounts, maximum: ChannelCounts) -> ChannelSet {
        let present = load.present.rawValue
        return ChannelCounts.channels { place in
            load[place] < maximum[place] && blockers[place] & present == 0
        }
    }
}

/// A small number for each channel: a byte each, in one word.
struct ChannelCounts: Hashable, Sendable {
    private var word: UInt64 = 0

    subscript(channel: Channel) -> UInt8 {
        get { self[Int(channel.rawValue)] }
        set {
            let shift = 8 * UInt64(channel.rawValue)
            word = word & ~(0xFF << shift) | UInt64(newValue) << shift
        }
    }

    /// The number of the channel whose raw value is `place`; 0 where there is no such channel.
    fileprivate subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> UInt64(8 * place)) }

    /// The channels whose number is not 0.
    var present: ChannelSet { Self.channels { self[$0] != 0 } }

    /// The channels whose raw values, of all that fit, `isMember` lets through.
    @inline(__always)
    fileprivate static func channels(where isMember: (Int) -> Bool) -> ChannelSet {
        var set: UInt8 = 0
        for place in 0..<8 where isMember(place) { set |= 1 << UInt8(place) }
        return ChannelSet(rawValue: set)
    }
}
