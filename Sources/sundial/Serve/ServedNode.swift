import Center
import Cluster
import ContactCenter
import Foundation
import Gateway
import GatewayAPI
import Logging
import ServiceLifecycle
import Storage
import UnixSignals

/// A node put together from its parts: the journal on disk, the partition over it, the actors, and the HTTP API.
struct ServedNode {
    /// Why the node could not be started or go on.
    struct Failure: Error {
        let message: String
    }

    private let options: ServeCommand
    private let logger: Logger

    init(options: ServeCommand) {
        self.options = options
        var logger = Logger(label: "sundial") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = options.logLevel
        self.logger = logger
    }

    /// Runs until a signal asks for the end.
    func run() async throws {
        let folder = URL(filePath: options.data)
        try makeFolder(folder)
        let node = makeNode(folder)
        let tokens = try await openTokens(folder)
        var configuration = GatewayConfiguration()
        configuration.host = options.host
        configuration.port = options.port
        configuration.node = options.name
        configuration.version = Sundial.version
        configuration.clockRate = options.clockRate
        let gateway = Gateway(
            configuration: configuration, center: node.directory, tokens: tokens, logger: logger
        ) { port in await announce(port, node) }
        // They end in the reverse order: while the node drains, the API still says why it takes nothing on.
        let services = ServiceGroup(
            services: [gateway, node], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        do {
            try await withTaskExecutorPreference(ConnectionThreads(count: options.threads)) {
                try await services.run()
            }
        } catch { throw Self.failure(error) }
    }

    private func makeNode(_ folder: URL) -> CenterNode {
        let partition = PartitionID(site: options.site, number: 0)
        let system = ClusterActorSystem(
            node: NodeID(options.name), transport: MemoryNetwork().makeTransport())
        let start = options.clockStart.map { Timestamp(microseconds: $0.microseconds) }
        let host = PartitionHost(
            partition: partition, floorNumber: 0, incarnation: UInt64.random(in: 1 ... .max),
            journal: SQLiteJournal(partition: partition, path: folder.appending(path: "\(partition).sqlite").path),
            businessClock: SystemBusinessClock(start: start, rate: options.clockRate), clock: SystemProtocolClock(),
            logger: logger)
        return CenterNode(system: system, host: host)
    }

    private func makeFolder(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                message: "The data folder \(folder.path) cannot be made: \(error.localizedDescription). "
                    + "Name another with --data, or make it and give it to the user who runs the node.")
        }
    }

    /// Opens the token file; a first administrator token is made, printed, and written beside it.
    private func openTokens(_ folder: URL) async throws -> FileTokenStore {
        do {
            let tokens = try FileTokenStore(path: folder.appending(path: "tokens.json").path)
            if let created = try await tokens.createFirst(at: .machineNow) {
                let file = folder.appending(path: "administrator-token")
                let isWritten = FileManager.default.createFile(
                    atPath: file.path, contents: Data((created.secret + "\n").utf8),
                    attributes: [.posixPermissions: 0o600])
                let place = isWritten ? ", also in \(file.path)" : ", shown only now"
                Report.error("administrator token\(place):\n\(created.secret)")
            }
            return tokens
        } catch {
            throw Failure(message: "\(error)")
        }
    }

    /// Says that the node serves, once it does.
    private func announce(_ port: Int, _ node: CenterNode) async {
        do { try await node.waitUntilServing() } catch { return }
        FileHandle.standardOutput.write(Data("listening on http://\(options.host):\(port)\n".utf8))
    }

    private static func failure(_ error: any Error) -> Failure {
        Failure(message: "The node has ended: \((error as? CenterError)?.message ?? "\(error)")")
    }
}
