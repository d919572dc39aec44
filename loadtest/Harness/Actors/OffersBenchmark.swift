import Foundation

/// Measures how long it takes from an arrival to its offer where calls go over NATS and the journal is in JetStream,
/// beside the floor: at half of the most whole lives a second, in turns with the floor at rest and at the pace of the
/// offers. The floor is probed beside the offers as well, on the same busy processors: what that takes longer than the
/// floor at rest is the machine's share, and the rest of the difference the product's.
public struct OffersBenchmark: Sendable {

    /// The program `sundial`.
    public var sundial: String
    /// Over how many NATS servers the journal is replicated: 1 or 3.
    public var replicas = 1
    /// How many turns; the figures are their medians.
    public var rounds = 5
    /// About how long each measurement takes, in seconds.
    public var seconds = 4.0
    /// At what share of the most whole lives a second offers are measured.
    public var share = 0.5
    /// How many lives are under way at a time where the most a second are sought.
    public var outstanding = 64

    /// How often a second the floor is probed while offers are measured: seldom enough not to be a load itself.
    private static let probeRate = 50.0

    /// A benchmark of this program.
    public init(sundial: String) {
        self.sundial = sundial
    }

    /// Carries it out.
    ///
    /// - Parameter progress: Told what is under way.
    /// - Throws: ``HarnessError`` or ``RemoteError`` when the node or the servers cannot be worked with.
    public func run(progress: @escaping @Sendable (String) -> Void) async throws -> PairedReport {
        let folder = FileManager.default.temporaryDirectory.appending(path: "offers-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await OffersCluster.with(sundial: sundial, replicas: replicas, in: folder) { cluster in
            try await ActorClient.with(ActorClient.Place(servers: [cluster.user])) { client in
                var center = GeneratedCenter()
                center.agents = 150
                return try await ActorLives.with(center, through: client) { lives in
                    try await report(cluster, lives, progress)
                }
            }
        }
    }

    private func report(
        _ cluster: OffersCluster, _ lives: ActorLives, _ progress: (String) -> Void
    ) async throws -> PairedReport {
        progress("the most lives a second")
        let most = try await lives.rate(outstanding: outstanding, for: .seconds(seconds * 2))
        let leader = try await blocking { () throws(RemoteError) in
            try NATSFloor.leader(of: ClusterPlan.stream(of: "home.0"), by: RawConnection(to: cluster.node))
        }
        let floor = NATSFloor(user: cluster.user, node: cluster.node, replicas: replicas, leader: leader)
        var turns: [(rest: Latencies, paced: Latencies, during: Latencies, offers: Latencies)] = []
        for number in 1...rounds {
            progress("round \(number) of \(rounds), at \(Int(most * share)) lives a second")
            let rest = try await floor.measure(samples: Int(seconds * 500))
            let paced = try await floor.measure(samples: Int(seconds * 250), rate: most * share)
            async let probed = floor.measure(samples: Int(seconds * Self.probeRate), rate: Self.probeRate)
            let spans = try await lives.arrivalsToOffers(rate: most * share, for: .seconds(seconds))
            turns.append((rest.total, paced.total, try await probed.total, Latencies(nanoseconds: spans)))
        }
        func pair(_ name: String, _ floor: (Int) -> Int, _ offers: (Int) -> Int) -> PairedReport.Pair {
            PairedReport.Pair(
                name, turns.indices.map { (Double(floor($0)) / 1_000, Double(offers($0)) / 1_000) })
        }
        var report = PairedReport([
            pair("p50 µs", { turns[$0].rest.p50 }, { turns[$0].offers.p50 }),
            pair("p99 µs", { turns[$0].rest.p99 }, { turns[$0].offers.p99 }),
            pair("p50 µs, floor at the pace of the offers", { turns[$0].paced.p50 }, { turns[$0].offers.p50 }),
            pair("p99 µs, floor at the pace of the offers", { turns[$0].paced.p99 }, { turns[$0].offers.p99 }),
            pair("p50 µs, floor probed beside the offers", { turns[$0].during.p50 }, { turns[$0].offers.p50 }),
            pair("p99 µs, floor probed beside the offers", { turns[$0].during.p99 }, { turns[$0].offers.p99 }),
        ])
        report.circumstances = [
            "\(Int(most)) whole lives a second at most with \(outstanding) under way; "
                + "\(turns.map(\.offers.count).reduce(0, +)) offers at \(Int(share * 100)) % of that"
        ]
        return report
    }
}
