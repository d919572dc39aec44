/// A contact that is handed on by the agent who has it.
public struct Transfer: Hashable, Sendable {
    /// Where to.
    public enum Target: Hashable, Sendable {
        /// Queued there, its enqueue time kept; a requirement of nil is the queue's own.
        case queue(QueueID, requirement: Requirement?)
        /// Offered to that agent; waits for them if they are busy.
        case agent(AgentID)
    }

    /// How.
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// The agent is done with it at once.
        case blind
        /// The contact is held while the agent talks to the target, until the transfer is completed or cancelled.
        case consult
    }

    /// The contact that it is about.
    public var contact: ContactID
    /// Where the contact goes.
    public var target: Target
    /// How it is handed on.
    public var kind: Kind

    public init(contact: ContactID, target: Target, kind: Kind) {
        self.contact = contact
        self.target = target
        self.kind = kind
    }
}
