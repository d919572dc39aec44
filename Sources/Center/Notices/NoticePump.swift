import Cluster
import ContactCenter

/// Pushes one stream of notices from its partition to its receiver, until either ends.
struct NoticePump: Sendable {
    /// How long a receiver may take over one batch before it counts as gone.
    private static let patience: Duration = .seconds(20)
    /// How often a receiver on another node is asked whether it is still there.
    private static let heartbeat: Duration = .seconds(10)

    /// Names the stream.
    let incarnation: UInt64
    /// The agent who is reachable by it; nil for a supervisor's.
    let agent: AgentID?
    let host: PartitionHost
    let subscription: NoticeSubscription
    let receiver: NoticeReceiver
    let isRemote: Bool

    /// Pushes until the stream ends, the receiver is gone, or the task is cancelled; then detaches.
    func run(clock: any ProtocolClock) async {
        var failure: CenterError?
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await push() }
                if isRemote { group.addTask { try await watch(clock) } }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch {
            failure = error as? CenterError
        }
        if let agent {
            await host.detach(agent, incarnation: incarnation, subscription)
        } else {
            await host.cancel(subscription)
        }
        try? await receiver.end(failure)
    }

    private func push() async throws {
        while let items = try await host.nextNotices(of: subscription) {
            try await CallOptions.withDeadline(Self.patience) { try await receiver.receive(items) }
        }
    }

    private func watch(_ clock: any ProtocolClock) async throws {
        for await _ in clock.ticks(every: Self.heartbeat) { try await receiver.ping() }
    }
}
