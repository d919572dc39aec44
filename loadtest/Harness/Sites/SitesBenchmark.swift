import ContactCenter
import Foundation

/// Measures the most whole lives of contacts a second on a cluster of several sites beside those on one node, both on
/// this machine and with the harness as a client of the actor system, in turns.
///
/// The one node has its journal on one NATS server; each site has two nodes and a server of its own, over which every
/// journal is replicated.
public struct SitesBenchmark: Sendable {
    /// The program `sundial`.
    public var sundial: String
    /// The sites.
    public var sites = ["fra", "nyc", "syd"]
    /// How many turns; the figures are their medians.
    public var rounds = 3
    /// About how long each measurement takes, in seconds.
    public var seconds = 8.0
    /// How many lives are under way at a time: enough to keep each of three sites busy.
    public var outstanding = 600
    /// How many agents there are, over all sites.
    private static let agents = 450

    /// A benchmark of this program.
    public init(sundial: String) {
        self.sundial = sundial
    }

    /// Carries it out.
    ///
    /// - Parameter progress: Told what is under way.
    /// - Throws: ``HarnessError`` or ``RemoteError`` when nodes or servers cannot be worked with.
    public func run(progress: @escaping @Sendable (String) -> Void) async throws -> PairedReport {
        var turns: [(floor: Double, measured: Double)] = []
        for number in 1...rounds {
            progress("round \(number) of \(rounds): one node")
            let one = try await inFolder { try await rateOfOneNode(in: $0) }
            progress("round \(number) of \(rounds): \(sites.count) sites")
            let many = try await inFolder { try await rateOfSites(in: $0) }
            turns.append((one, many))
        }
        var report = PairedReport([PairedReport.Pair("whole lives a second", turns)])
        report.circumstances = [
            "\(sites.count) sites, \(sites.count * 2) nodes and \(sites.count) NATS servers beside one of each; "
                + "\(outstanding) lives under way, \(Self.agents) agents, the harness a client of the actor system"
        ]
        return report
    }

    private func rateOfOneNode(in folder: String) async throws -> Double {
        try await OffersCluster.with(sundial: sundial, replicas: 1, in: folder) { cluster in
            try await rate(at: ActorClient.Place(servers: [cluster.user]))
        }
    }

    private func rateOfSites(in folder: String) async throws -> Double {
        var settings = LocalCluster.Settings(sundial: sundial, folder: folder)
        settings.sites = sites
        let cluster = try LocalCluster(settings)
        let result: Result<Double, any Error> = try await cluster.run { _ in
            var place = ActorClient.Place(servers: cluster.addresses)
            place.sites = sites.map { SiteID($0) }
            do { return .success(try await rate(at: place)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private func rate(at place: ActorClient.Place) async throws -> Double {
        try await ActorClient.with(place) { client in
            var center = GeneratedCenter()
            center.agents = Self.agents
            center.sites = sites
            return try await ActorLives.with(center, through: client) { lives in
                _ = try await lives.rate(outstanding: outstanding, for: .seconds(seconds / 4))
                return try await lives.rate(outstanding: outstanding, for: .seconds(seconds))
            }
        }
    }

    private func inFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sites-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}
