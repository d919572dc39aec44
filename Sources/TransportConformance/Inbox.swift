import Synchronization

/// The packets that a node has received, in the order in which they came.
final class Inbox: Sendable {
    private struct State {
        var packets: [[UInt8]] = []
        var awaiting: (count: Int, continuation: CheckedContinuation<Void, Never>)?
    }

    private let state = Mutex(State())

    /// What has come until now.
    var packets: [[UInt8]] { state.withLock { $0.packets } }

    /// Takes a packet in.
    func take(_ packet: [UInt8]) {
        let awaiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.packets.append(packet)
            guard let awaiting = state.awaiting, state.packets.count >= awaiting.count else { return nil }
            state.awaiting = nil
            return awaiting.continuation
        }
        awaiting?.resume()
    }

    /// Waits until `count` packets have come, for ever if they never do; one may wait at a time.
    func packets(_ count: Int) async -> [[UInt8]] {
        await withCheckedContinuation { continuation in
            let areThere = state.withLock { state in
                if state.packets.count >= count { return true }
                state.awaiting = (count, continuation)
                return false
            }
            if areThere { continuation.resume() }
        }
        return packets
    }
}
