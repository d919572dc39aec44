import Cluster
import ContactCenter
import Logging
import Wire

/// Tells all nodes what one host's partition has to offer: whenever that changes, and again and again while there is
/// something to tell, for what nobody repeats is soon believed no more.
struct SummaryTeller: Sendable {
    /// Under which all summaries are published.
    static let topic: BroadcastTopic = "summaries"
    /// The least time between two summaries.
    private static let pace: Duration = .milliseconds(100)
    /// The longest time between two summaries while there is something to tell.
    private static let repetition: Duration = .seconds(1)

    let host: PartitionHost
    let broadcast: any Broadcast
    let clock: any ProtocolClock

    /// Tells until the task is cancelled or the host has ended.
    func run() async {
        do {
            try await host.waitUntilServing()
            var told: FloorSummary?
            var toldAt: Duration = .zero
            while true {
                let summary = try await host.summary()
                let isDue = summary.floor.saysNothing ? told == nil : clock.now - toldAt >= Self.repetition
                if isDue || told != summary.floor {
                    await tell(summary)
                    told = summary.floor
                    toldAt = clock.now
                }
                try await clock.sleep(until: clock.now + Self.pace)
                try await waitForNews(until: summary.floor.saysNothing ? nil : toldAt + Self.repetition)
            }
        } catch {
            host.logger.debug("no more summaries", metadata: ["partition": "\(host.partition)", "reason": "\(error)"])
        }
    }

    private func tell(_ summary: PartitionSummary) async {
        // One that is lost is followed by others.
        do { try await broadcast.publish(summary.wireBytes(), under: Self.topic) } catch { return }
    }

    private func waitForNews(until time: Duration?) async throws {
        guard let time else { return try await host.summarySignal.wait() }
        try await PartitionHost.firstOf(
            { [clock] in try await clock.sleep(until: time) }, { [host] in try await host.summarySignal.wait() })
    }
}

extension FloorSummary {
    /// Whether nobody waits and nobody works.
    fileprivate var saysNothing: Bool {
        waits.isEmpty && (free.joined() + signedIn).allSatisfy { $0 == 0 }
    }
}
