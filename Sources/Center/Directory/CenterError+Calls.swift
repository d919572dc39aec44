import Cluster

extension CenterError {
    /// What an error of a call to an actor means for the caller of the center.
    init(of error: any Error) {
        switch error {
        case let error as CenterError: self = error
        case let error as ClusterError: self.init(of: error)
        case is CancellationError:
            self.init(.cancelled, "The caller stopped waiting; what it asked for may have been done.", cause: error)
        default:
            self.init(.unavailable, "The call failed (\(error)); what it asked for may have been done.", cause: error)
        }
    }

    private init(of error: ClusterError) {
        switch error.code {
        case .timeout: self.init(.timeout, error.message, cause: error)
        case .cancelled: self.init(.cancelled, error.message, cause: error)
        case .overloaded: self.init(.overloaded, error.message, retryAfter: .milliseconds(250), cause: error)
        case .malformed, .unknownActor, .unknownMethod: self.init(.invalid, error.message, cause: error)
        case .wrongNode: self.init(.movedAway, error.message, retryAfter: .milliseconds(200), cause: error)
        default: self.init(.unavailable, error.message, retryAfter: .seconds(1), cause: error)
        }
    }
}
