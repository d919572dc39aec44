import DequeModule
import Synchronization
import Wire

/// The way to one peer: frames that gather while a packet is under way leave together as the next one.
///
/// Frames leave in the order in which they were offered. Both bounds refuse the newest frame. A frame that is offered
/// while nothing else waits may leave on the offering thread: that saves a change of threads, which costs more than
/// the frame; where many are under way, gathering saves more.
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

    let peer: NodeID
    private let bound: Int
    private let state = Mutex(State())
    private let filled: AsyncStream<Void>
    private let fill: AsyncStream<Void>.Continuation

    init(peer: NodeID, bound: Int) {
        self.peer = peer
        self.bound = bound
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
    func sendAtOnce(_ frame: [UInt8], from sender: NodeID, over transport: any Transport) -> Bool {
        let isFree = state.withLock { state in
            guard !state.closed, !state.isSending, state.queue.isEmpty else { return false }
            state.isSending = true
            return true
        }
        guard isFree else { return false }
        let isSent = transport.sendAtOnce(Packet(sender: sender, frames: [frame]).wireBytes(), to: peer)
        let isWaiting = state.withLock { state in
            state.isSending = false
            return !state.queue.isEmpty
        }
        if isWaiting { fill.yield() }
        return isSent
    }

    /// Takes no more frames; ``run(from:over:ended:)`` returns when those that are there have been sent.
    func close() {
        state.withLock { $0.closed = true }
        fill.finish()
    }

    /// Sends until the link is closed and empty.
    ///
    /// - Parameter ended: Is told of each packet's end, with the calls and the number of other frames that were in
    ///   it; the error is nil when it was sent.
    func run(
        from sender: NodeID, over transport: any Transport,
        ended: @Sendable (_ calls: [UInt64], _ others: Int, ClusterError?) -> Void
    ) async {
        for await _ in filled {
            await sendAll(from: sender, over: transport, ended: ended)
        }
        while state.withLock({ $0.isSending || !$0.queue.isEmpty }) {
            await sendAll(from: sender, over: transport, ended: ended)
            await Task.yield()
        }
    }

    private func sendAll(
        from sender: NodeID, over transport: any Transport,
        ended: @Sendable (_ calls: [UInt64], _ others: Int, ClusterError?) -> Void
    ) async {
        while true {
            let entries = take(upTo: min(transport.packetBound, FrameBounds.packet) - Packet.headBound)
            if entries.isEmpty { return }
            let calls = entries.compactMap(\.call)
            let packet = Packet(sender: sender, frames: entries.map(\.frame))
            do throws(ClusterError) {
                try await transport.send(packet.wireBytes(), to: peer)
                ended(calls, entries.count - calls.count, nil)
            } catch {
                ended(calls, entries.count - calls.count, error)
            }
            state.withLock { $0.isSending = false }
        }
    }

    private func append(_ entry: Entry, bound: Int) -> Bool {
        let (taken, first) = state.withLock { state in
            guard !state.closed, state.queue.count < bound else { return (false, false) }
            state.queue.append(entry)
            return (true, state.queue.count == 1)
        }
        if first { fill.yield() }
        return taken
    }

    /// Takes frames from the queue's head to send them, at least one if there is any, at most about `bytes`; none while
    /// somebody else sends, who then sees to them.
    private func take(upTo bytes: Int) -> [Entry] {
        state.withLock { state in
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
