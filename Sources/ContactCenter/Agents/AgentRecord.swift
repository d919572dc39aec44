/// An agent as the floor keeps them.
struct AgentRecord: Sendable {
    // What the configuration says.
    var configuration: AgentConfiguration
    /// Left out of the configuration, and known only because contacts that have ended name them.
    var isRetired = false

    // State.
    var availability = AvailabilityState.offline
    var next: AvailabilityState?
    /// When availability or work state last changed.
    var since = Timestamp(microseconds: 0)
    /// Rises with each time the agent became idle: the lower, the longer idle.
    var idleRank: UInt64 = 0
    var incarnation: UInt64 = 0
    var isAttached = false
    var detachedAt = Timestamp(microseconds: 0)
    var unanswered = 0
    /// Limits set for this agent; nil where the profile's hold.
    var override: [Channel: Int] = [:]
    var signedInAt = Timestamp(microseconds: 0)
    /// Connected, held and wrap-up time since signing in, what is under way not counted, in microseconds.
    var busyTime: Int64 = 0
    var busySince = Timestamp(microseconds: 0)
    /// Share of busy time since signing in when the agent last became free, in millionths.
    var occupancy: UInt32 = 0

    // Derived from the contacts and the configuration.
    var limits: CapacityLimits
    var maximum = ChannelCounts()
    /// Contacts in hand and offered, by channel.
    var load = ChannelCounts()
    /// Slots of the contacts in hand and offered, in no order.
    var contacts: [Int32] = []
    /// Contacts of other partitions offered and in hand, in no order.
    var guests: [ReservationID] = []
    /// Slots of the contacts that wait for this agent, in no order.
    var addressed: [Int32] = []
    var offeredCount = 0
    /// Guests accepted, whose partition has not yet said whether that counts.
    var acceptingCount = 0
    var connectedCount = 0
    var heldCount = 0
    var wrapUpCount = 0
    /// The work state and business that ``since`` and ``busySince`` tell the beginning of.
    var lastWork = WorkState.idle
    var wasBusy = false
    /// What was last counted of the agent in the queues' figures.
    var presence: Presence = []

    init(_ configuration: AgentConfiguration, limits: CapacityLimits) {
        self.configuration = configuration
        self.limits = limits
    }

    var id: AgentID { configuration.id }
    var isSignedIn: Bool { availability != .offline }
    /// Connected, held or in wrap-up.
    var inHandCount: Int { connectedCount + heldCount + wrapUpCount }
    var isBusy: Bool { inHandCount > 0 }
    /// Whether nothing is offered or in hand.
    var hasNothing: Bool { contacts.isEmpty && guests.isEmpty }
    /// Whether the agent has ever signed in here: only then is this their home, where they are told things.
    var isAtHome: Bool { signedInAt.microseconds > 0 }

    /// Whether anything may be offered at all: available, reachable, and not about to leave.
    var takesOffers: Bool {
        availability == .available && isAttached && (next == nil || next == .available) && !isRetired
    }

    /// The channels on which one more contact may be offered.
    var openChannels: ChannelSet {
        takesOffers ? limits.openChannels(beside: load, maximum: maximum) : []
    }

    /// Connected before offered before held before wrap-up.
    var work: WorkState {
        if connectedCount > 0 { return .connected }
        if offeredCount + acceptingCount > 0 { return .offered }
        if heldCount > 0 { return .held }
        return wrapUpCount > 0 ? .wrapUp : .idle
    }

    /// What counts of the agent in the figures of the queues they serve.
    var currentPresence: Presence {
        guard isSignedIn, !isRetired else { return [] }
        var presence: Presence = .signedIn
        if availability == .available { presence.insert(.available) }
        if takesOffers, hasNothing { presence.insert(.idle) }
        return presence
    }

    /// What counts of an agent in the figures of queues.
    struct Presence: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let signedIn = Presence(rawValue: 1)
        static let available = Presence(rawValue: 2)
        static let idle = Presence(rawValue: 4)
    }
}
