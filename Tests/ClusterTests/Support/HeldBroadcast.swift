import Cluster
import Synchronization
import Wire

/// Publishes nothing, but notes the heartbeats in the order in which they get through; the first is held back.
final class HeldBroadcast: Broadcast {
    private struct State {
        var begun = 0
        var numbers: [UInt64] = []
    }

    let messageBound = 1_000_000
    /// Lets the first through.
    let gate = Gate()
    private let state = Mutex(State())

    /// How many were to be published.
    var begun: Int { state.withLock { $0.begun } }
    /// The numbers of those that got through.
    var numbers: [UInt64] { state.withLock { $0.numbers } }

    func publish(_ message: [UInt8], under topic: BroadcastTopic) async throws(ClusterError) {
        let isFirst = state.withLock { state in
            state.begun += 1
            return state.begun == 1
        }
        if isFirst { await gate.pass() }
        guard let heartbeat = try? Heartbeat(wireBytes: message) else { return }
        state.withLock { $0.numbers.append(heartbeat.number) }
    }

    func subscribe(
        to topic: BroadcastTopic, receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(ClusterError) -> BroadcastSubscription {
        BroadcastSubscription {}
    }
}
