import Center
import Cluster
import ContactCenter
import Foundation
import Gateway
import GatewayAPI
import Logging
import ServiceLifecycle
import UnixSignals

/// A node put together from its parts: the center, embedded or of a cluster, and the HTTP API over it.
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
        do {
            let threads = ConnectionThreads(count: options.threads)
            try await withTaskExecutorPreference(threads) { try await serve(on: threads) }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Self.failure(error)
        }
    }

    private func serve(on threads: ConnectionThreads) async throws {
        let configuration = gatewayConfiguration
        try await check(configuration)
        let folder = URL(filePath: options.data)
        try makeFolder(folder)
        let center =
            options.cluster.isMember
            ? try await ServedCenter.clustered(options, folder: folder, executor: threads, logger: logger)
            : try await ServedCenter.embedded(options, folder: folder, executor: threads, logger: logger)
        if let created = center.firstToken { hand(over: created, folder) }
        let gateway = Gateway(
            configuration: configuration, center: center.directory, tokens: center.tokens, logger: logger
        ) { port in await announce(port, center) }
        // They end in the reverse order: while the node drains, the API still says why it takes nothing on.
        let services = ServiceGroup(
            services: [gateway] + center.services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await services.run()
    }

    private var gatewayConfiguration: GatewayConfiguration {
        var configuration = GatewayConfiguration()
        configuration.host = options.host
        configuration.port = options.port
        configuration.node = options.name
        configuration.version = Sundial.version
        configuration.clockRate = options.clockRate
        return configuration
    }

    private func check(_ configuration: GatewayConfiguration) async throws(Failure) {
        do { try await configuration.checkAddress() } catch {
            throw Failure(
                message: "\(error.message) Listen elsewhere with --port (0 takes any that is free) or --host.")
        }
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

    /// Prints the first administrator's token, and writes it into the folder.
    private func hand(over created: CreatedToken, _ folder: URL) {
        let file = folder.appending(path: "administrator-token")
        let isWritten = FileManager.default.createFile(
            atPath: file.path, contents: Data((created.secret + "\n").utf8),
            attributes: [.posixPermissions: 0o600])
        let place = isWritten ? ", also in \(file.path)" : ", shown only now"
        Report.error("administrator token\(place):\n\(created.secret)")
    }

    /// Says that the node serves, once it does.
    private func announce(_ port: Int, _ center: ServedCenter) async {
        do { try await cancelWhenGracefulShutdown { try await center.waitUntilServing() } } catch { return }
        FileHandle.standardOutput.write(Data("listening on http://\(options.host):\(port)\n".utf8))
    }

    private static func failure(_ error: any Error) -> Failure {
        let message = (error as? CenterError)?.message ?? (error as? ClusterError)?.message ?? "\(error)"
        return Failure(message: "The node has ended: \(message)")
    }
}
