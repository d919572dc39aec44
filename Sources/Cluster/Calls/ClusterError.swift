/// Why a call did not return what its method returned.
public struct ClusterError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was; each says whether the method may have run.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        enum Value: UInt8 {
            case timeout = 1, cancelled, unknownActor, unknownMethod, malformed, overloaded, unreachable, stopped
            case wrongNode, remote
        }
        let value: Value

        /// The deadline passed; the method may or may not have run.
        public static let timeout = Code(value: .timeout)
        /// The caller was cancelled, or the method ended by cancellation; it may or may not have run.
        public static let cancelled = Code(value: .cancelled)
        /// There is no such actor, nor a way to activate it; nothing has run.
        public static let unknownActor = Code(value: .unknownActor)
        /// The actor's type offers no such method; nothing has run.
        public static let unknownMethod = Code(value: .unknownMethod)
        /// Arguments or a result could not be read or are too long. Nothing has run if it was the arguments.
        public static let malformed = Code(value: .malformed)
        /// A bounded queue was full; nothing has run. Try again later.
        public static let overloaded = Code(value: .overloaded)
        /// The node could not be reached; the method may or may not have run.
        public static let unreachable = Code(value: .unreachable)
        /// This node, or the one called, has stopped or is stopping; the method may or may not have run.
        public static let stopped = Code(value: .stopped)
        /// The actor is not on the node that was called, which may have moved it; nothing has run.
        public static let wrongNode = Code(value: .wrongNode)
        /// The method, or the actor's activation, threw an error that is no ``WireFailure``.
        public static let remote = Code(value: .remote)

        public var description: String { "\(value)" }
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, to what, and what to do next.
    public let message: String
    /// The error behind this one, if it happened on this node.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
