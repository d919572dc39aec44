/// Why a journal did not do what was asked of it.
public struct JournalError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was; each says what its receiver may conclude.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case conflict, unknown, full, corrupt, unavailable, locked, tooLarge }
        private let value: Value

        /// Another record stands where this one was to go: read the tail before anything else.
        public static let conflict = Code(value: .conflict)
        /// The append may or may not have happened: read the tail, then repeat the same record if it is not there.
        public static let unknown = Code(value: .unknown)
        /// There is no room; nothing was written. The same record may be tried again.
        public static let full = Code(value: .full)
        /// Stored bytes do not have the checksum they were written with.
        public static let corrupt = Code(value: .corrupt)
        /// The store cannot be reached or was closed; nothing was written.
        public static let unavailable = Code(value: .unavailable)
        /// Another process holds the journal.
        public static let locked = Code(value: .locked)
        /// The record is beyond ``JournalRecord/payloadBound``.
        public static let tooLarge = Code(value: .tooLarge)

        public var description: String { value.rawValue }
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, to what, and what to do next.
    public let message: String
    /// The store's own error, if it was one.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
