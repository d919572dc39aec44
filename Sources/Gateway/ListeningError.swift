/// Why a gateway cannot listen on its address.
public struct ListeningError: Error, Sendable {
    /// What stands in the way.
    public struct Code: Hashable, Sendable {
        private enum Value {
            case inUse, noSuchAddress, notPermitted, other
        }
        private let value: Value

        /// Another process listens there.
        public static let inUse = Code(value: .inUse)
        /// The machine has no such address.
        public static let noSuchAddress = Code(value: .noSuchAddress)
        /// The user may not listen there.
        public static let notPermitted = Code(value: .notPermitted)
        /// Something else; the cause says what.
        public static let other = Code(value: .other)
    }

    /// What stands in the way.
    public let code: Code
    /// What happened, and to which address.
    public let message: String
    /// What lies behind it.
    public let cause: any Error
}
