import Cluster
import Wire

/// Hands the summaries of all partitions that reach this node to the hosts of its own.
///
/// A host is handed everything that is believed at the time, at most every ``pace``, and seeks after that what its
/// floor can do with it. Nothing is kept: who hears nothing for a while knows nothing.
struct SummaryExchange: Sendable {
    /// The least time between two rounds.
    private static let pace: Duration = .milliseconds(50)

    let hosts: PartitionHosts
    let member: ClusterMember
    let broadcast: any Broadcast
    let clock: any ProtocolClock
    private let table = SummaryTable()
    private let news = Signal()

    init(hosts: PartitionHosts, member: ClusterMember, broadcast: any Broadcast, clock: any ProtocolClock) {
        self.hosts = hosts
        self.member = member
        self.broadcast = broadcast
        self.clock = clock
    }

    /// Hears and hands on until the task is cancelled.
    func run() async {
        do {
            let subscription = try await subscribe()
            defer { subscription.end() }
            while true {
                let believed = table.believed(at: clock.now) { member.owner(of: $0) != nil }
                for partition in hosts.partitions {
                    // Between the two looks at the table the host may have gone.
                    if let host = try? hosts.host(of: partition) { await host.learn(believed) }
                }
                try await clock.sleep(until: clock.now + Self.pace)
                let end = believed.map { $0.heardAt + SummaryTable.lifetime }.min()
                try await waitForNews(until: end)
            }
        } catch {
            // Cancelled: whoever waits for summaries ends with the node.
        }
    }

    /// Owners may have come or gone.
    func clusterChanged() { news.raise() }

    private func subscribe() async throws -> BroadcastSubscription {
        while true {
            do throws(ClusterError) {
                return try await broadcast.subscribe(to: SummaryTeller.topic) { [table, clock, news] message in
                    // What cannot be read is of another program, which tells nothing that this one could use.
                    guard let summary = try? PartitionSummary(wireBytes: message) else { return }
                    if table.enter(summary, at: clock.now) { news.raise() }
                }
            } catch {
                try await clock.sleep(until: clock.now + Self.pace)
            }
        }
    }

    private func waitForNews(until time: Duration?) async throws {
        guard let time else { return try await news.wait() }
        try await PartitionHost.firstOf(
            { [clock] in try await clock.sleep(until: time) }, { [news] in try await news.wait() })
    }
}
