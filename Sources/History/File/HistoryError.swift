/// Why a history could not be written or read.
public struct HistoryError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case malformed, unsupported, unreadable, unwritable }
        private let value: Value

        /// A line is not what the format says.
        public static let malformed = Code(value: .malformed)
        /// The file is of another kind or of a version that this program does not know.
        public static let unsupported = Code(value: .unsupported)
        /// The file cannot be opened or read.
        public static let unreadable = Code(value: .unreadable)
        /// The file cannot be made or written.
        public static let unwritable = Code(value: .unwritable)

        public var description: String { value.rawValue }
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, to what, and what to do next.
    public let message: String
    /// The system's own error, if it was one.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
