public import ContactCenter

/// An agent's state as it was seen.
public struct AgentSeen: Hashable, Sendable {
    /// The agent.
    public var agent: AgentID
    /// What the agent chose to be.
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
