/// The whole state that a `reset` event carries.
///
/// On an agent's stream: the agent, what they have in hand, and their open offers. On the supervisors' stream: every
/// agent and every queue; contacts are read with `GET /v1/contacts`.
public struct StreamState: Codable, Hashable, Sendable {
    /// The agent; every agent on the supervisors' stream.
    public var agents: [Agent]
    /// Contacts in hand; empty on the supervisors' stream.
    public var contacts: [Contact]
    /// Open offers; empty on the supervisors' stream.
    public var offers: [Offer]
    /// Every queue on the supervisors' stream; empty on an agent's.
    public var queues: [Queue]

    public init(agents: [Agent] = [], contacts: [Contact] = [], offers: [Offer] = [], queues: [Queue] = []) {
        self.agents = agents
        self.contacts = contacts
        self.offers = offers
        self.queues = queues
    }
}
