/// How a call ended.
enum CallOutcome: Sendable {
    /// The method returned; the bytes are its result's.
    case value([UInt8])
    /// The method threw a ``WireFailure``.
    case failure(EncodedFailure)
    /// Anything else went wrong.
    case error(ClusterError)
}
