import Center
import Cluster
import ClusterNATS
import ContactCenter
import Logging

/// The node of one site, and what tests do with it.
final class SiteNode: Sendable {
    let node: ClusterNode
    private let connection: NATSConnection
    private let killed: AsyncStream<Void>
    private let kills: AsyncStream<Void>.Continuation

    init(site: String, url: String, cluster: String) async throws {
        let connection = try await NATSConnection.open(NATSOptions(servers: [url], name: site))
        let clock = SystemProtocolClock()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var options = JetStreamOptions(cluster: cluster)
        options.journalBytes = 33_554_432
        options.snapshotBytes = 33_554_432
        let means = ClusterNode.Means(
            transport: NATSTransport(connection: connection, cluster: cluster),
            broadcast: NATSBroadcast(connection: connection, cluster: cluster), clock: clock,
            businessClock: SystemBusinessClock(), wallClock: { SystemBusinessClock().now().microseconds },
            logger: logger)
        let identity = ClusterNode.Identity(
            process: ProcessID(node: NodeID("\(site)-1"), incarnation: .random(in: 1 ... .max)), site: site,
            layout: TwoSites.layout)
        node = ClusterNode(identity, means: means) { [options] place in
            PartitionHost(
                partition: place.partition, floorNumber: place.floorNumber, incarnation: .random(in: 1 ... .max),
                journal: JetStreamJournal(partition: place.partition, connection: connection, options: options),
                businessClock: SystemBusinessClock(), clock: clock, logger: logger)
        }
        self.connection = connection
        (killed, kills) = AsyncStream.makeStream()
    }

    /// Runs the node until it is killed or the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [node] in try? await node.run() }
            group.addTask { [killed] in for await _ in killed { return } }
            await group.next()
            group.cancelAll()
        }
    }

    /// Ends the node without a word to anybody.
    func kill() async {
        await connection.close()
        kills.finish()
    }

    func close() async { await connection.close() }

    /// The partitions that it serves.
    var partitions: [String] { node.keeper.hosts.partitions.map(\.description) }

    /// The version of the configuration that its partitions have, the lowest.
    func configurationVersion() async throws -> Int {
        var lowest = Int.max
        for partition in node.keeper.hosts.partitions {
            let version = try await node.keeper.hosts.host(of: partition).read { floor, _ in floor.configurationVersion
            }
            lowest = min(lowest, version)
        }
        return lowest
    }

    /// Carries out a command of an administrator or an agent, repeated until it is answered.
    func perform(_ body: Command.Body, onBehalfOf agent: AgentID? = nil) async throws -> CommandResult {
        try await perform(Command(id: Self.newID(), body: body), onBehalfOf: agent)
    }

    /// Opens a contact that is at home in a partition.
    func open(in partition: String) async throws -> ContactID {
        var id = Self.newID()
        while TwoSites.layout.home(of: id).description != partition { id = Self.newID() }
        let opening = OpenContact(channel: .voice, queue: TwoSites.queue)
        guard case .done(.opened(let contact, _)) = try await perform(Command(id: id, body: .openContact(opening)))
        else { throw CenterError(.invalid, "the contact was not opened") }
        return contact
    }

    /// Makes an agent available.
    func staff(_ agent: AgentID) async throws {
        _ = try await perform(.signIn(agent))
        _ = try await perform(.setAvailability(SetAvailability(agent: agent, state: .available)))
    }

    private func perform(_ command: Command, onBehalfOf agent: AgentID? = nil) async throws -> CommandResult {
        while true {
            do throws(CenterError) {
                guard let agent else { return try await node.directory.perform(command) }
                return try await node.directory.perform(command, onBehalfOf: agent)
            } catch {
                guard error.code.leavesOutcomeUnknown || error.code == .draining else { throw error }
            }
        }
    }

    private static func newID() -> CommandID {
        var random = SystemRandomNumberGenerator()
        return CommandID(time: SystemBusinessClock().now(), random: &random)
    }
}
