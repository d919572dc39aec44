/// Why a core benchmark could not be carried out.
public struct CoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of reason it is.
    public struct Code: Hashable, Sendable {
        private enum Value { case unexpected, thresholds }
        private let value: Value

        /// The core did something else than the benchmark is about.
        public static let unexpected = Code(value: .unexpected)
        /// The thresholds cannot be read.
        public static let thresholds = Code(value: .thresholds)
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, and what to do next: a sentence for people.
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
