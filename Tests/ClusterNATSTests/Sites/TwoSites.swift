import Center
import Cluster
import ClusterNATS
import ContactCenter
import Logging
import NATSServerProcess

/// A center of two sites, `fra` and `nyc`, with a node at each that serves the partition of its site, joined by a real
/// nats-server that also holds the journals. Agent `anna` is at home in `fra`, agent `ben` in `nyc`; both serve the one
/// queue.
struct TwoSites: Sendable {
    static let layout = CenterLayout(sites: ["fra", "nyc"])
    static let queue: QueueID = "support"
    static let anna: AgentID = "anna"
    static let ben: AgentID = "ben"

    let fra: SiteNode
    let nyc: SiteNode

    /// Runs `body` once both partitions are served and configured.
    static func run(_ body: @escaping @Sendable (TwoSites) async throws -> Void) async throws {
        try await NATSServer.with { server in
            let name = "sites\(UInt32.random(in: 0...UInt32.max))"
            let sites = TwoSites(
                fra: try await SiteNode(site: "fra", url: server.url, cluster: name),
                nyc: try await SiteNode(site: "nyc", url: server.url, cluster: name))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await sites.fra.run() }
                group.addTask { await sites.nyc.run() }
                try await sites.configure()
                try await body(sites)
                group.cancelAll()
            }
            await sites.fra.close()
            await sites.nyc.close()
        }
    }

    private func configure() async throws {
        // Each node takes its own site's partition over, once it knows of the other.
        while fra.partitions != ["fra.0"] || nyc.partitions != ["nyc.0"] {
            try await Task.sleep(for: .milliseconds(20))
        }
        _ = try await fra.perform(.configure(Configure(configuration: Self.configuration, source: "sample")))
        for node in [fra, nyc] {
            while try await node.configurationVersion() == 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
    }

    private static var configuration: CenterConfiguration {
        var queue = QueueConfiguration(id: queue)
        queue.offerTimeout = .seconds(20)
        queue.wrapUpLimit = .zero
        return CenterConfiguration(
            name: "Two sites",
            sites: [
                SiteConfiguration(id: "fra", timeZone: "Europe/Berlin"),
                SiteConfiguration(id: "nyc", timeZone: "America/New_York"),
            ],
            capacities: [CapacityConfiguration(id: "one", channels: [ChannelCapacity(channel: .voice, maximum: 1)])],
            reasons: [ReasonConfiguration(code: "no-answer")], queues: [queue],
            agents: [
                AgentConfiguration(id: anna, site: "fra", capacity: "one"),
                AgentConfiguration(id: ben, site: "nyc", capacity: "one"),
            ])
    }
}
