/// How a contact ended.
public enum EndReason: UInt8, CaseIterable, Sendable {
    /// Handled to its end, wrap-up included.
    case completed
    /// The customer left before an agent answered.
    case abandoned
    /// It waited longer than its queue allows.
    case timedOut
    /// An administrator ended it.
    case ended
    /// A consultation that was completed or cancelled, or whose contact ended.
    case consulted
    /// A rule of its queue sent the customer away.
    case overflowed
    /// The customer did not want to be called back any more.
    case cancelled
    /// The customer was not reached in as many calls as the queue makes.
    case unreached
    /// No site of its queue was open any more.
    case closed

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .completed: "completed"
        case .abandoned: "abandoned"
        case .timedOut: "timed-out"
        case .ended: "ended"
        case .consulted: "consulted"
        case .overflowed: "overflowed"
        case .cancelled: "cancelled"
        case .unreached: "unreached"
        case .closed: "closed"
        }
    }
}
