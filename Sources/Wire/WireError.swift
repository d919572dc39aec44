/// Why bytes could not be read as a value.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault was found.
    public struct Code: Hashable, Sendable {
        private enum Value: String { case truncated, tooLong, invalidValue, trailingBytes }
        private let value: Value

        /// The bytes end before the value does.
        public static let truncated = Code(value: .truncated)
        /// A length is beyond the bound of its field.
        public static let tooLong = Code(value: .tooLong)
        /// A tag, text or number is none that the field can hold.
        public static let invalidValue = Code(value: .invalidValue)
        /// Bytes are left behind the value.
        public static let trailingBytes = Code(value: .trailingBytes)

        fileprivate var text: String { value.rawValue }
    }

    /// What kind of fault was found.
    public let code: Code
    /// What was being read.
    public let what: String
    /// Offset in bytes at which the fault was found.
    public let offset: Int

    public init(_ code: Code, reading what: String, at offset: Int) {
        self.code = code
        self.what = what
        self.offset = offset
    }

    public var description: String { "\(code.text) at byte \(offset) while reading \(what)" }
}
