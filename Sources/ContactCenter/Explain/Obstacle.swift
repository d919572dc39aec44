/// What keeps an agent from being offered a contact.
public enum Obstacle: UInt8, CaseIterable, Sendable {
    /// Nothing: the agent could be offered it now, or has it.
    case none
    /// The agent turned it down or did not answer, and others come first for a while.
    case excluded
    /// What the agent has in hand leaves no room on this channel.
    case noCapacity
    case unreachable
    case notReady
    case onBreak
    case offline
    /// The agent does not meet the requirement.
    case unmetRequirement
    /// The agent does not serve the queue.
    case notMember
    /// The contact is for another agent alone.
    case addressedElsewhere
    /// The agent is kept for the work of other queues, which have too little left.
    case heldBack
    /// The agent is new to what it takes, and gets a share of such contacts that it is none of.
    case notReleased
    /// The agent's site is closed for the queue.
    case siteClosed
    /// The agent's site has as many contacts as it may.
    case siteFull
    /// The contact is for the share of another site.
    case otherShare

    /// All of them, the easiest to get out of the way first.
    public static let allCases: [Obstacle] = [
        .none, .excluded, .heldBack, .noCapacity, .siteFull, .otherShare, .siteClosed, .unreachable, .notReady,
        .onBreak, .offline, .notReleased, .unmetRequirement, .notMember, .addressedElsewhere,
    ]

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .none: "none"
        case .excluded: "excluded"
        case .noCapacity: "no-capacity"
        case .unreachable: "unreachable"
        case .notReady: "not-ready"
        case .onBreak: "on-break"
        case .offline: "offline"
        case .unmetRequirement: "unmet-requirement"
        case .notMember: "not-a-member"
        case .addressedElsewhere: "addressed-elsewhere"
        case .heldBack: "held-back"
        case .notReleased: "not-released"
        case .siteClosed: "site-closed"
        case .siteFull: "site-full"
        case .otherShare: "other-share"
        }
    }
}
