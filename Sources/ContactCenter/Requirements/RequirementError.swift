/// Why a text is no requirement.
public struct RequirementError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault was found.
    public struct Code: Hashable, Sendable {
        private enum Value { case syntax, tooLong, tooDeep, tooManyClauses, invalidName, invalidValue }
        private let value: Value

        /// Something else was expected at this place.
        public static let syntax = Code(value: .syntax)
        /// The text is beyond ``Requirement/textBound`` or, written out, beyond ``Requirement/canonicalBound``.
        public static let tooLong = Code(value: .tooLong)
        /// Parentheses and `NOT` are nested beyond ``Requirement/depthBound``.
        public static let tooDeep = Code(value: .tooDeep)
        /// There are more clauses than ``Requirement/clauseBound``.
        public static let tooManyClauses = Code(value: .tooManyClauses)
        /// A name is longer than a name may be, or is empty behind its qualifier.
        public static let invalidName = Code(value: .invalidName)
        /// A number, a text or a kind of value cannot stand there.
        public static let invalidValue = Code(value: .invalidValue)
    }

    /// What kind of mistake it is.
    public let code: Code
    /// What is wrong, where, and what would be right: a sentence for people.
    public let message: String
    /// The character at which the fault was found, counted from 1.
    public let column: Int

    public init(_ code: Code, _ message: String, column: Int) {
        self.code = code
        self.message = message
        self.column = column
    }

    public var description: String { message }
}
