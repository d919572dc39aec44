/// Why tokens could not be read or kept.
public struct TokenError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable {
        private enum Value { case unreadable, notWritten }
        private let value: Value

        /// The file is there and cannot be read as tokens.
        public static let unreadable = Code(value: .unreadable)
        /// The file could not be written.
        public static let notWritten = Code(value: .notWritten)
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, to what, and what to do next.
    public let message: String
    /// What lies behind it; nil when nothing does.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { message }
}
