import Center
import ContactCenter

extension ProblemError {
    /// What the domain refused. That a queue is full, closed or empty is a conflict with its present state.
    init(_ refusal: Refusal) {
        let kind: ProblemKind =
            switch refusal.code {
            case .notFound: .notFound
            case .wrongState: .wrongState
            case .invalid: .invalid
            case .queueFull: .queueFull
            case .queueClosed: .queueClosed
            case .queueEmpty: .queueEmpty
            case .expired: .commandExpired
            case .reused: .commandReused
            case .conflict: .conflict
            }
        self.init(kind, refusal.message)
    }

    /// Why the center could not answer.
    init(_ error: CenterError) {
        let unknown = "Whether it was carried out is unknown: repeat it with the same Idempotency-Key to learn it."
        switch error.code {
        case .overloaded: self = Self(.overloaded, error.message).retrying(after: error.retryAfter ?? .seconds(1))
        case .journalFull: self = Self(.journalFull, error.message).retrying(after: error.retryAfter ?? .seconds(5))
        case .stalled: self = Self(.stalled, error.message).retrying(after: error.retryAfter ?? .seconds(2))
        case .draining: self = Self(.draining, error.message).retrying(after: error.retryAfter ?? .seconds(1))
        case .timeout, .cancelled: self.init(.timeout, "\(error.message) \(unknown)")
        case .dataLoss: self.init(.dataLoss, error.message)
        case .invalid: self.init(.invalid, error.message)
        default:
            self = Self(.unavailable, "\(error.message) \(unknown)").retrying(after: error.retryAfter ?? .seconds(1))
        }
    }
}
