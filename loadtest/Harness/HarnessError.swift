/// Why a run could not be made or went no further.
public struct HarnessError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case scenario, center, trace, file, node, measurement }
        private let value: Value

        /// The scenario is not what one should be.
        public static let scenario = Code(value: .scenario)
        /// The center cannot be reached, or does not fit the scenario.
        public static let center = Code(value: .center)
        /// The trace cannot be read or holds no calls of the day.
        public static let trace = Code(value: .trace)
        /// A file cannot be read or written.
        public static let file = Code(value: .file)
        /// A node could not be started or did not come up again.
        public static let node = Code(value: .node)
        /// The floor could not be measured.
        public static let measurement = Code(value: .measurement)

        public var description: String { value.rawValue }
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
