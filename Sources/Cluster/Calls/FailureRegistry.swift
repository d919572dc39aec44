import Synchronization
import Wire

/// The error types that cross the wire as themselves, by name.
final class FailureRegistry: Sendable {
    private let types = Mutex<[String: any WireFailure.Type]>([:])

    /// Makes a type known; another type of the same name is a programmer's error.
    func register(_ type: any WireFailure.Type) {
        types.withLock { types in
            let known = types.updateValue(type, forKey: type.failureName)
            precondition(known == nil || known == type, "two error types have the name \(type.failureName)")
        }
    }

    /// The error that a failure stands for.
    func error(of failure: EncodedFailure) -> any Error {
        guard let type = types.withLock({ $0[failure.name] }) else {
            return ClusterError(
                .remote, "the method threw a \(failure.name), which this node does not know: register its type")
        }
        do {
            return try type.init(wireBytes: failure.bytes)
        } catch {
            return ClusterError(
                .malformed, "the method threw a \(failure.name) that cannot be read: \(error)", cause: error)
        }
    }
}
