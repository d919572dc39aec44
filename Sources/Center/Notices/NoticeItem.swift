public import ContactCenter

/// One item of a stream of notices.
///
/// An item with a position at or below that of one already seen is a repetition, to be dropped.
public struct NoticeItem: Hashable, Sendable {
    /// What an item says.
    public enum Content: Hashable, Sendable {
        /// What went before is not known here any more: forget it and begin with this state.
        case reset(NoticeState)
        /// Something happened.
        case notice(Notice)
    }

    /// Where a stream that breaks off behind this item is to be resumed.
    public let position: NoticePosition
    /// What it says.
    public let content: Content

    public init(position: NoticePosition, content: Content) {
        self.position = position
        self.content = content
    }
}

/// The whole state that a stream of notices begins with.
public enum NoticeState: Hashable, Sendable {
    /// Everything an agent's desktop shows; nil when there is no such agent.
    case agent(AgentState?)
    /// Every queue, and the agents that are signed in.
    case supervisor(SupervisorState)
}

/// An agent with everything in hand.
public struct AgentState: Hashable, Sendable {
    /// The agent.
    public var agent: AgentView
    /// Contacts in hand (connected, held, in wrap-up), oldest first.
    public var contacts: [ContactView]
    /// Offers not yet answered, oldest first.
    public var offers: [OfferView]

    public init(agent: AgentView, contacts: [ContactView], offers: [OfferView]) {
        self.agent = agent
        self.contacts = contacts
        self.offers = offers
    }
}

/// What a supervisor's screen begins with.
public struct SupervisorState: Hashable, Sendable {
    /// The most agents in one state; a center with more is looked at page by page.
    public static let agentBound = 1_000

    /// In the order of the configuration.
    public var queues: [QueueView]
    /// In the order of the configuration, at most ``agentBound``.
    public var agents: [AgentView]
    /// Whether every agent is among ``agents``.
    public var isComplete: Bool

    public init(queues: [QueueView], agents: [AgentView], isComplete: Bool) {
        self.queues = queues
        self.agents = agents
        self.isComplete = isComplete
    }
}
