import Cluster
import ClusterNATS
import ContactCenter
import NATSServerProcess

/// The NATS servers of a cluster that is struck, with the relays between them, and between them and the nodes.
struct NetworkUnderLoad: Sendable {
    /// The servers, alone or in a cluster.
    let servers: [NATSServer]
    private let cluster: NATSServerCluster?
    private let routes: [(route: NATSServerCluster.Route, relay: TCPRelay)]
    private let relays: [String: (relay: TCPRelay, sieve: AcknowledgementSieve.Switch)]
    private let plan: ClusterPlan

    init(_ setting: CrashFault.Setting, _ plan: ClusterPlan, folder: String) throws(HarnessError) {
        self.plan = plan
        do throws(NATSServerError) {
            if setting == .oneServer {
                let server = try NATSServer(in: folder)
                servers = [server]
                cluster = nil
                routes = []
                relays = try Self.relays(to: server, from: plan.owners.map(\.name) + [ClusterPlan.late])
            } else {
                let cluster = try NATSServerCluster(isRelayed: setting == .threeSites, in: folder)
                self.cluster = cluster
                servers = cluster.servers
                routes = cluster.routes.map { ($0, TCPRelay(port: $0.port, target: $0.target)) }
                relays = [:]
            }
        } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
    }

    /// Where a node connects: of three servers, each node to one of its own; the others are told to it by that one.
    func url(for node: String) -> String {
        if let relay = relays[node]?.relay { return "nats://127.0.0.1:\(relay.port)" }
        return servers[min(plan.server(of: node), servers.count - 1)].url
    }

    /// Starts relays and servers; returns once all serve.
    func start() async throws(HarnessError) {
        for relay in allRelays { try await relay.start() }
        try await start(servers)
    }

    /// Starts servers that do not run; returns once all of them serve.
    func start(_ servers: [NATSServer]) async throws(HarnessError) {
        do throws(NATSServerError) {
            for server in servers { try await server.launch() }
            for server in servers { try await server.waitUntilReady() }
        } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
    }

    /// Kills all relays and servers.
    func end() async {
        for server in servers { await server.end() }
        for relay in allRelays { relay.end() }
    }

    /// The server that leads a stream.
    func leader(of stream: String) async throws(HarnessError) -> NATSServer {
        let limit = ContinuousClock.now + ClusterUnderLoad.patience
        while .now < limit {
            if let leader = await cluster?.leader(of: stream) { return leader }
            try await HarnessError.pause(.milliseconds(100))
        }
        throw HarnessError(
            .node, "The stream \(stream) has had no leader for \(ClusterUnderLoad.patience.inSeconds) s.")
    }

    /// Stops what a server says to the others, what the others say to it, or both; neither lets everything pass.
    func cut(_ server: NATSServer, isHeard: Bool, hears: Bool) {
        for (route, relay) in routes {
            if route.from == server.name {
                relay.stop(Set((isHeard ? [] : [.out]) + (hears ? [] : [.back])))
            } else if route.to == server.name {
                relay.stop(Set((isHeard ? [] : [.back]) + (hears ? [] : [.out])))
            }
        }
    }

    /// Decides which acknowledgements of its appends a node hears.
    func sieve(of node: String) -> AcknowledgementSieve.Switch? { relays[node]?.sieve }

    /// A connection of the harness's own to the first server.
    func connect() async throws(HarnessError) -> NATSConnection {
        do {
            return try await NATSConnection.open(NATSOptions(servers: [servers[0].url], name: "harness"))
        } catch {
            throw HarnessError(.node, "The NATS server cannot be reached: \(error.message)", cause: error)
        }
    }

    private var allRelays: [TCPRelay] { routes.map(\.relay) + relays.values.map(\.relay) }

    private static func relays(
        to server: NATSServer, from names: [String]
    ) throws(NATSServerError) -> [String: (relay: TCPRelay, sieve: AcknowledgementSieve.Switch)] {
        var relays: [String: (relay: TCPRelay, sieve: AcknowledgementSieve.Switch)] = [:]
        for (name, port) in zip(names, try LoopbackPort.free(names.count)) {
            let sieve = AcknowledgementSieve.Switch()
            relays[name] = (TCPRelay(port: port, target: server.port, sieve: sieve), sieve)
        }
        return relays
    }
}
