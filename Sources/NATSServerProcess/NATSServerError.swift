/// Why a server of a test could not be had.
public struct NATSServerError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case noProgram, noPort, noFolder, ended, notReady }
        private let value: Value

        /// There is no nats-server, or none that is new enough.
        public static let noProgram = Code(value: .noProgram)
        /// No port of loopback is free.
        public static let noPort = Code(value: .noPort)
        /// The server's folder cannot be written.
        public static let noFolder = Code(value: .noFolder)
        /// The process could not be started, or ended by itself.
        public static let ended = Code(value: .ended)
        /// The process runs and does not serve.
        public static let notReady = Code(value: .notReady)

        public var description: String { value.rawValue }
    }

    public let code: Code
    /// What happened, and what to do next.
    public let message: String
    /// The error behind it, if there was one.
    public let cause: (any Error)?

    init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
