/// How an offer ended.
public enum OfferOutcome: UInt8, CaseIterable, Sendable {
    case accepted, rejected
    /// The agent did not answer in time (ring-no-answer).
    case timedOut
    /// The contact or the agent went away, or an administrator stepped in.
    case rescinded

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .timedOut: "timed-out"
        case .rescinded: "rescinded"
        }
    }
}
