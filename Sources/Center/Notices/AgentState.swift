public import ContactCenter

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
