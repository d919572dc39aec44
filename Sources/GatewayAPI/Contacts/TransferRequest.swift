/// Body of `POST /v1/contacts/{id}/transfer`: exactly one of `queue` and `agent` is given.
public struct TransferRequest: Codable, Hashable, Sendable {
    /// How it is handed on.
    public var kind: Kind
    /// The queue it goes to.
    public var queue: String?
    /// What it asks of an agent there; nil for the queue's own. Only beside `queue`.
    public var requirement: String?
    /// The agent it goes to; waits for them if they are busy.
    public var agent: String?

    /// To a queue.
    public init(kind: Kind, queue: String, requirement: String? = nil) {
        self.kind = kind
        self.queue = queue
        self.requirement = requirement
    }

    /// To an agent.
    public init(kind: Kind, agent: String) {
        self.kind = kind
        self.agent = agent
    }

    /// How a contact is handed on.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// The agent is done with it at once.
        case blind
        /// The contact is held while the agent talks to the target, until the transfer is completed or cancelled.
        case consult
    }
}
