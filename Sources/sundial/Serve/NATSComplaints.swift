import ClusterNATS
import Logging
import Synchronization

/// Logs what the NATS servers complain of, each complaint once: they repeat it for every message.
final class NATSComplaints: Sendable {
    /// How many different ones are logged; beyond it none is.
    private static let bound = 64

    private let logger: Logger
    private let known = Mutex<Set<String>>([])

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// Looks at something that has happened to the connection.
    func take(_ event: NATSEvent) {
        guard case .refused(let reason) = event else { return }
        let isNew = known.withLock { $0.count < Self.bound && $0.insert(reason).inserted }
        guard isNew else { return }
        logger.error(
            "refused by the NATS servers: check this user's permissions in their accounts",
            metadata: ["reason": "\(reason)"])
    }
}
