import Center
import Cluster
import ClusterNATS
import ContactCenter
import Foundation
import Gateway
import GatewayAPI
import Logging
import ServiceLifecycle
import Storage

/// What a node serves: the center with its journal and its tokens, whichever way those are kept.
struct ServedCenter: Sendable {
    /// Run the node's part of the center; those named first end last.
    let services: [any Service]
    /// Where everything is found.
    let directory: CenterDirectory
    /// Who may use it.
    let tokens: any TokenStore
    /// The administrator's token, if this start has made the first.
    let firstToken: CreatedToken?
    /// Returns once the center can be used through this node.
    let waitUntilServing: @Sendable () async throws -> Void

    /// One node with its journal in a file of `folder`, which needs no server.
    ///
    /// - Parameter executor: Where calls go on that had to wait.
    static func embedded(
        _ options: ServeCommand, folder: URL, executor: any TaskExecutor, logger: Logger
    ) async throws(TokenError) -> ServedCenter {
        let partition = PartitionID(site: options.site, number: 0)
        let system = ClusterActorSystem(
            node: NodeID(options.name), transport: MemoryNetwork().makeTransport(), executor: executor)
        let host = PartitionHost(
            partition: partition, floorNumber: 0, incarnation: newIncarnation,
            journal: SQLiteJournal(partition: partition, path: folder.appending(path: "\(partition).sqlite").path),
            businessClock: options.businessClock, clock: SystemProtocolClock(), logger: logger)
        let node = CenterNode(system: system, host: host, facts: facts(of: folder))
        let tokens = try FileTokenStore(path: folder.appending(path: "tokens.json").path)
        let first = try await tokens.createFirst(at: .machineNow)
        return ServedCenter(services: [node], directory: node.directory, tokens: tokens, firstToken: first) {
            try await node.waitUntilServing()
        }
    }

    /// A node of a cluster whose journal is in JetStream: any node may come to own the partition.
    ///
    /// - Parameter executor: Where calls go on that had to wait.
    static func clustered(
        _ options: ServeCommand, folder: URL, executor: any TaskExecutor, logger: Logger
    ) async throws -> ServedCenter {
        let cluster = options.cluster
        let connection = try await NATSConnection.open(cluster.connecting(as: options.name))
        let complaints = NATSComplaints(logger)
        connection.observe { complaints.take($0) }
        let clock = SystemProtocolClock()
        let businessClock = options.businessClock
        let layout = try cluster.layout(for: options.site)
        announce(layout, at: options.site, logger)
        let identity = ClusterNode.Identity(
            process: ProcessID(node: NodeID(options.name), incarnation: newIncarnation), site: options.site,
            layout: layout)
        let transport = NATSTransport(connection: connection, cluster: cluster.clusterName)
        var means = ClusterNode.Means(
            transport: transport,
            broadcast: NATSBroadcast(connection: connection, cluster: cluster.clusterName), clock: clock,
            businessClock: businessClock, wallClock: options.machineClock, logger: logger)
        means.facts = facts(of: folder)
        means.executor = executor
        let journals = cluster.journals(over: connection, logger: logger)
        means.journals = journals
        let node = ClusterNode(identity, means: means) { place in
            PartitionHost(
                partition: place.partition, floorNumber: place.floorNumber, incarnation: newIncarnation,
                journal: journals.present(place), limits: cluster.limits, businessClock: businessClock, clock: clock,
                logger: logger)
        }
        transport.observeLosses { [weak node] in node?.packetsWereLost() }
        let (tokens, first) = try await openTokens(cluster.tokens(for: options.site, layout), connection, means)
        return ServedCenter(services: [tokens, node], directory: node.directory, tokens: tokens, firstToken: first) {
            while true {
                try Task.checkCancellation()
                // A call looks for an owner by itself until its time is up; a cluster that starts may need longer.
                do throws(CenterError) { return _ = try await node.directory.status() } catch {
                    logger.notice("no node serves the center yet", metadata: ["reason": "\(error.message)"])
                }
            }
        }
    }

    /// Says what the node's site promises.
    private static func announce(_ layout: CenterLayout, at site: String, _ logger: Logger) {
        guard let place = layout.places.first(where: { $0.partition.site == site }) else { return }
        logger.notice(
            "what this site promises",
            metadata: [
                "site": "\(site)", "durability": "\(place.durability)", "promise": "\(place.durability.promise)",
            ])
    }

    /// The cluster's tokens, once its JetStream has a leader.
    private static func openTokens(
        _ options: JetStreamOptions, _ connection: NATSConnection, _ means: ClusterNode.Means
    ) async throws -> (JournalTokenStore, first: CreatedToken?) {
        var options = options
        options.journalBytes = 134_217_728
        options.snapshotBytes = 1_048_576
        // No site can have this name.
        let place = PartitionID(site: "@tokens", number: 0)
        let tokens = JournalTokenStore(
            partition: place, incarnation: newIncarnation,
            journal: JetStreamJournal(partition: place, connection: connection, options: options),
            broadcast: means.broadcast, clock: means.clock)
        let deadline = means.clock.now + tokenPatience
        while true {
            do throws(TokenError) {
                try await tokens.open()
                return (tokens, try await tokens.createFirst(at: .machineNow))
            } catch {
                guard error.code != .unknown, means.clock.now < deadline else { throw error }
                means.logger.notice("waiting for the cluster's tokens", metadata: ["reason": "\(error.message)"])
            }
            try await means.clock.sleep(until: means.clock.now + .seconds(1))
        }
    }

    /// How long a cluster's NATS servers may take to elect a leader.
    private static let tokenPatience: Duration = .seconds(60)

    private static func facts(of folder: URL) -> NodeFacts {
        NodeFacts(version: Sundial.version, startedAt: DateTime.machineNow.microseconds) {
            DiskRoom.availableBytes(in: folder.path)
        }
    }

    private static var newIncarnation: Incarnation { UInt64.random(in: 1 ... .max) }
}
