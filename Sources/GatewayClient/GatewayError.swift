public import GatewayAPI

/// Why a request to the gateway did not succeed.
public struct GatewayError: Error, Sendable {
    /// What kind of reason it is.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private let kind: Kind

        /// The gateway refused it; nothing has changed. ``GatewayError/problem`` says why.
        public static let refused = Code(kind: .refused)
        /// The gateway was busy or could not commit, through every retry; nothing has changed.
        public static let unavailable = Code(kind: .unavailable)
        /// No connection could be made, through every retry; nothing was sent.
        public static let unreachable = Code(kind: .unreachable)
        /// The request was sent and no answer came: it may or may not have been carried out. Repeat it with the
        /// same key to find out.
        public static let unknown = Code(kind: .unknown)
        /// The answer could not be read.
        public static let invalidAnswer = Code(kind: .invalidAnswer)
        /// The calling task was cancelled; a request that was under way may or may not have been carried out.
        public static let cancelled = Code(kind: .cancelled)

        public var description: String { kind.rawValue }

        private enum Kind: String {
            case refused, unavailable, unreachable, unknown, invalidAnswer, cancelled
        }
    }

    /// What kind of reason it is.
    public let code: Code
    /// What happened, to what, and what to do next.
    public let message: String
    /// What the gateway said; nil when it said nothing.
    public let problem: Problem?
    /// The key the command was sent with; nil when it was none.
    public let key: IdempotencyKey?
    /// What lies behind it; nil when nothing does.
    public let cause: (any Error)?

    public init(
        _ code: Code, _ message: String, problem: Problem? = nil, key: IdempotencyKey? = nil,
        cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.problem = problem
        self.key = key
        self.cause = cause
    }
}

extension GatewayError: CustomStringConvertible {
    public var description: String {
        guard let problem else { return message }
        return "\(message) \(problem.detail)"
    }
}
