import DequeModule
import Synchronization
import Wire

/// The way to one peer: frames that gather while a packet is under way leave together as the next one.
///
/// Frames leave in the order in which they were offered. Both bounds refuse the newest frame. A frame that is offered
/// while nothing else waits may leave on the offering thread: that saves a change of threads, which costs more than
/// the frame. What the work of one delivery offers gathers until that is done and leaves together, on its thread. So many
/// calls that the peer has enough to begin with do not wait for that: if all of them travelled together, each side would
/// wait while the other works. Answers do: each packet costs more than many frames.
final class Link: Sendable {
    private struct Entry {
        let frame: [UInt8]
        /// The call that fails if the frame cannot be sent; nil for answers and cancellations.
        let call: UInt64?
    }

    private struct State {
        var queue: Deque<Entry> = []
        var closed = false
        /// Whether a packet is under way; whoever sends it looks for more frames afterwards.
        var isSending = false
    }

    /// So many frames with calls among them are enough for a packet of their own.
    private static let burst = 256

    let peer: NodeID
    private let sender: NodeID
    private let transport: any Transport
    private let counters: ClusterCounters
    private let bound: Int
    private let state = Mutex(State())
    private let filled: AsyncStream<Void>
    private let fill: AsyncStream<Void>.Continuation

    init(
        from sender: NodeID, to peer: NodeID, over transport: any Transport, bound: Int, counters: ClusterCounters
    ) {
        self.sender = sender
        self.peer = peer
        self.transport = transport
        self.bound = bound
        self.counters = counters
        (filled, fill) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Puts a call into the queue; false when it is full or closed.
    func offer(call: UInt64, _ frame: [UInt8]) -> Bool {
        append(Entry(frame: frame, call: call), bound: bound)
    }

    /// Puts an answer or a cancellation into the queue; false when it is full twice over, or closed.
    func offer(_ frame: [UInt8]) -> Bool {
        append(Entry(frame: frame, call: nil), bound: 2 * bound)
    }

    /// Sends a frame on the calling thread, if nothing waits before it and the transport takes it at once.
    ///
    /// - Returns: false when it is still to be offered.
    func sendAtOnce(_ frame: [UInt8]) -> Bool {
        let isFree = state.withLock { state in
            guard !state.closed, !state.isSending, state.queue.isEmpty else { return false }
            state.isSending = true
            return true
        }
        return isFree && sendAtOnce([Entry(frame: frame, call: nil)], else: { _ in })
    }

    /// Takes no more frames; ``run(ended:)`` returns when those that are there have been sent.
    func close() {
        state.withLock { $0.closed = true }
        fill.finish()
    }

    /// Sends until the link is closed and empty.
    ///
    /// - Parameter ended: Is told of each packet that could not be sent, with the calls and the number of other frames
    ///   that were in it.
    func run(ended: @Sendable (_ calls: [UInt64], _ others: Int, ClusterError) -> Void) async {
        for await _ in filled { await sendAll(ended) }
        while state.withLock({ $0.isSending || !$0.queue.isEmpty }) {
            await sendAll(ended)
            await Task.yield()
        }
    }

    private func sendAll(_ ended: @Sendable (_ calls: [UInt64], _ others: Int, ClusterError) -> Void) async {
        while true {
            let entries = take()
            if entries.isEmpty { return }
            do throws(ClusterError) {
                try await transport.send(packet(of: entries), to: peer)
                counters.count { $0.packetsSent += 1 }
            } catch {
                let calls = entries.compactMap(\.call)
                ended(calls, entries.count - calls.count, error)
            }
            state.withLock { $0.isSending = false }
        }
    }

    /// Sends what has gathered on the calling thread; what the transport does not take at once is left to ``run(ended:)``.
    private func sendGathered() {
        let entries = take()
        if entries.isEmpty { return }
        _ = sendAtOnce(entries) { $0.prepend(contentsOf: entries) }
    }

    /// Sends a packet on the calling thread, which has set `isSending`, or has the queue changed by `refused`.
    private func sendAtOnce(_ entries: [Entry], else refused: (inout Deque<Entry>) -> Void) -> Bool {
        let isSent = transport.sendAtOnce(packet(of: entries), to: peer)
        let isWaiting = state.withLock { state in
            if !isSent { refused(&state.queue) }
            state.isSending = false
            return !state.queue.isEmpty
        }
        if isSent { counters.count { $0.packetsSent += 1 } }
        if isWaiting { fill.yield() }
        return isSent
    }

    private func packet(of entries: [Entry]) -> [UInt8] {
        Packet(sender: sender, frames: entries.map(\.frame)).wireBytes()
    }

    private func append(_ entry: Entry, bound: Int) -> Bool {
        let count = state.withLock { state -> Int? in
            guard !state.closed, state.queue.count < bound else { return nil }
            state.queue.append(entry)
            return state.queue.count
        }
        guard let count else { return false }
        if entry.call != nil, count.isMultiple(of: Self.burst) {
            sendGathered()
        } else if count == 1 ? !DeliveringThread.whenDone({ self.sendGathered() }) : !DeliveringThread.isCurrent {
            fill.yield()
        }
        return true
    }

    /// Takes frames from the queue's head to send them, at least one if there is any, at most about a packet's; none
    /// while somebody else sends, who then sees to them.
    private func take() -> [Entry] {
        let bytes = min(transport.packetBound, FrameBounds.packet) - Packet.headBound
        return state.withLock { state in
            if state.isSending { return [] }
            var taken: [Entry] = []
            var size = 0
            while let entry = state.queue.first, taken.count < FrameBounds.frames {
                size += entry.frame.count + 4
                if !taken.isEmpty, size > bytes { break }
                taken.append(entry)
                state.queue.removeFirst()
            }
            state.isSending = !taken.isEmpty
            return taken
        }
    }
}
