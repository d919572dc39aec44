import Center
import Cluster
import ClusterNATS
import ConfigurationFile
public import ContactCenter
import Foundation
import Logging

/// The harness as a client of a cluster's actor system: what a node's API does with the center's actors, without the
/// API.
public struct ActorClient: Sendable {
    /// Where everything is found.
    let directory: CenterDirectory
    /// Business time, as the nodes have it.
    let clock: SystemBusinessClock

    /// Which cluster is joined, and as whom.
    public struct Place: Sendable {
        /// Addresses of NATS servers.
        public var servers: [String]
        /// The cluster's name.
        public var cluster = "sundial"
        /// The sites of the cluster's layout, as its nodes have them.
        public var sites: [SiteID] = ["home"]
        /// What the client is called; unlike every node and every other client.
        public var name = "harness"
        /// Business time, as the nodes have it.
        var clock = SystemBusinessClock()

        public init(servers: [String]) {
            self.servers = servers
        }
    }

    /// Runs `body` with a client that has joined.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the cluster cannot be joined; whatever `body` throws.
    public static func with<Result: Sendable>(
        _ place: Place, _ body: @escaping @Sendable (ActorClient) async throws -> Result
    ) async throws -> Result {
        let connection: NATSConnection
        do { connection = try await .open(NATSOptions(servers: place.servers, name: place.name)) } catch {
            throw HarnessError(.center, error.message, cause: error)
        }
        let transport = NATSTransport(connection: connection, cluster: place.cluster)
        let identity = ClusterNode.Identity(
            process: ProcessID(node: NodeID(place.name), incarnation: .random(in: 1 ... .max)), site: "harness",
            layout: CenterLayout(sites: place.sites))
        let executor = DeliveringExecutor()
        var means = ClusterNode.Means(
            transport: transport, broadcast: NATSBroadcast(connection: connection, cluster: place.cluster),
            clock: SystemProtocolClock(), businessClock: place.clock,
            wallClock: { Int64(Date().timeIntervalSince1970 * 1_000_000) },
            logger: Logger(label: "loadtest") { _ in SwiftLogNoOpLogHandler() })
        means.executor = executor
        let client = CenterClient(identity, means: means)
        transport.observeLosses { [weak client] in client?.packetsWereLost() }
        return try await withTaskExecutorPreference(executor) {
            try await withThrowingTaskGroup(of: Result?.self) { group in
                group.addTask {
                    try await client.run()
                    return nil
                }
                group.addTask { try await body(ActorClient(directory: client.directory, clock: place.clock)) }
                defer { group.cancelAll() }
                while let ended = try await group.next() {
                    if let result = ended { return result }
                }
                throw HarnessError(.center, "The client of the cluster \(place.cluster) has ended by itself.")
            }
        }
    }

    /// Carries out a command under an id of its own.
    ///
    /// - Parameters:
    ///   - agent: On whose behalf; nil for nobody's in particular.
    ///   - site: Where a contact comes in; nil for anywhere.
    /// - Throws: ``HarnessError/Code/center`` when it is refused or not answered.
    @discardableResult
    func perform(
        _ body: Command.Body, onBehalfOf agent: AgentID? = nil, at site: SiteID? = nil
    ) async throws(HarnessError) -> CommandAnswer {
        switch try await attempt(body, onBehalfOf: agent, at: site) {
        case .done(let answer): return answer
        case .refused(let refusal):
            throw HarnessError(.center, "A command was refused: \(refusal.message)", cause: refusal)
        }
    }

    /// Tries to carry out a command under an id of its own.
    ///
    /// - Throws: ``HarnessError/Code/center`` when it is not answered.
    func attempt(
        _ body: Command.Body, onBehalfOf agent: AgentID? = nil, at site: SiteID? = nil
    ) async throws(HarnessError) -> CommandResult {
        var random = SystemRandomNumberGenerator()
        let command = Command(id: CommandID(time: clock.now(), random: &random), body: body)
        do throws(CenterError) {
            guard let agent else { return try await directory.perform(command, at: site) }
            return try await directory.perform(command, onBehalfOf: agent)
        } catch {
            throw HarnessError(.center, "A command was not answered: \(error.message)", cause: error)
        }
    }

    /// Whether a contact has not ended.
    ///
    /// - Throws: ``HarnessError/Code/center`` when that is not answered.
    func lives(_ contact: ContactID) async throws(HarnessError) -> Bool {
        do throws(CenterError) {
            return try await directory.contact(contact).map { $0.state != .ended } ?? false
        } catch {
            throw HarnessError(.center, "Contact \(contact) cannot be looked at: \(error.message)", cause: error)
        }
    }

    /// How long partitions may take to have a new configuration, and the pause between two looks at them.
    private static let (spreadTime, lookPace): (Duration, Duration) = (.seconds(20), .milliseconds(100))

    /// Puts a made-up center into force, once a node serves; returns when every partition has it.
    ///
    /// - Throws: ``HarnessError/Code/center`` when it is refused or not answered, or some partition does not get it.
    func configure(_ center: GeneratedCenter) async throws(HarnessError) {
        try await configure(source: center.source)
    }

    /// Puts a made-up configuration file into force in the same way.
    func configure(source: String) async throws(HarnessError) {
        let file = ConfigurationFile.read(source)
        guard let configuration = file.configuration else {
            throw HarnessError(.center, "The made-up configuration cannot be read: \(file.problems)")
        }
        try await perform(.configure(Configure(configuration: configuration, source: source)))
        let limit = ContinuousClock.now + Self.spreadTime
        while await !isConfigured() {
            guard .now < limit else {
                throw HarnessError(
                    .center,
                    "After \(Self.spreadTime.inSeconds) s some partition has no configuration yet; see whether each of "
                        + "them has an owner.")
            }
            do { try await HarnessError.pause(Self.lookPace) } catch { return }
        }
    }

    /// Whether every partition has some configuration.
    private func isConfigured() async -> Bool {
        await directory.overview().partitions.allSatisfy { $0.status?.configurationVersion ?? 0 > 0 }
    }
}
