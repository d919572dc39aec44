public import ContactCenter

/// An agent's state as it was seen.
public struct AgentSeen: Hashable, Sendable {
    public var agent: AgentID
    public var availability: AvailabilityState
    /// Contacts in hand (connected, held, in wrap-up).
    public var contacts: [ContactID]
    /// Offers not yet answered.
    public var offers: [ReservationID]
    /// Whether it was asked for while no command of or about the agent was under way; false for a notice on the
    /// agent's own stream.
    public var isReadBack: Bool

    public init(
        agent: AgentID, availability: AvailabilityState, contacts: [ContactID], offers: [ReservationID],
        isReadBack: Bool = false
    ) {
        self.agent = agent
        self.availability = availability
        self.contacts = contacts
        self.offers = offers
        self.isReadBack = isReadBack
    }
}

extension AgentSeen {
    /// What is recorded of an agent.
    public init(_ view: AgentView, isReadBack: Bool) {
        self.init(
            agent: view.id, availability: view.availability, contacts: view.contacts, offers: view.offers,
            isReadBack: isReadBack)
    }
}

/// An agent's event stream was opened or has gone.
public struct StreamSeen: Hashable, Sendable {
    public var agent: AgentID
    /// Whether it is there from now on. A stream that is opened and does not go on behind the last event that was
    /// received is recorded as gone first.
    public var isOpen: Bool

    public init(agent: AgentID, isOpen: Bool) {
        self.agent = agent
        self.isOpen = isOpen
    }
}
