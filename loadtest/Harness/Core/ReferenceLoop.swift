import Wire

/// A fixed piece of work, timed in the same run as what is judged by it: 64 dependent steps through 32 MiB of memory
/// in random order, with a hash mixed at each. Its duration follows the machine's memory and clock as a core that
/// works on a million contacts does.
struct ReferenceLoop {
    static let steps = 64

    private var next: [UInt32]
    private var place: UInt32 = 0
    private var hash: UInt64 = 0

    init() {
        var random = SeededGenerator(seed: 1)
        var order = (0..<UInt32(8 << 20)).map { $0 }
        // Sattolo's algorithm: one cycle through all places.
        for index in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(index, random.below(index)) }
        next = order
    }

    /// How long one round takes, over many.
    mutating func latencies(rounds: Int = 20_000) -> Latencies {
        var recorder = LatencyRecorder(capacity: rounds)
        for _ in 0..<rounds { recorder.measure { round() } }
        precondition(hash != 1, "the hash came out as 1, which it never does")
        return recorder.latencies
    }

    private mutating func round() {
        for _ in 0..<Self.steps {
            place = next[Int(place)]
            hash = (hash ^ UInt64(place)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
    }
}
