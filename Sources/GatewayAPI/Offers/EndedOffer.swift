/// An offer that is no longer open.
public struct EndedOffer: Codable, Hashable, Sendable {
    /// The offer's id, such as `o0-9`.
    public var id: String
    /// The contact that was offered.
    public var contact: String
    /// Who it was offered to.
    public var agent: String
    /// How it ended.
    public var outcome: Outcome

    public init(id: String, contact: String, agent: String, outcome: Outcome) {
        self.id = id
        self.contact = contact
        self.agent = agent
        self.outcome = outcome
    }

    /// How an offer ended.
    public enum Outcome: String, CaseIterable, Codable, Sendable {
        case accepted, rejected
        /// The agent did not answer in time (ring-no-answer).
        case timedOut = "timed-out"
        /// The contact or the agent went away, or an administrator stepped in.
        case rescinded
    }
}
