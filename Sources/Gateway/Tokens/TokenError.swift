/// Why tokens could not be read or kept.
public struct TokenError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable {
        private enum Value { case unreadable, notWritten, unknown }
        private let value: Value

        /// What is kept cannot be reached, or cannot be read as tokens.
        public static let unreadable = Code(value: .unreadable)
        /// The change could not be kept, and was not made.
        public static let notWritten = Code(value: .notWritten)
        /// The change may or may not have been made.
        public static let unknown = Code(value: .unknown)
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
