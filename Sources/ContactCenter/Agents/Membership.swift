/// Which agents serve which queues, a bit for each pair, and how many agents of each queue are idle.
///
/// An agent serves the queues that their configuration lists; where it lists none, those whose own requirement (or
/// one of whose rings) the agent meets or, if that depends on the contact, may meet.
struct Membership: Sendable {
    private var words: ContiguousArray<UInt64> = []
    private var stride = 0
    /// By queue; apart from all else that is known of queues, since an agent who becomes idle counts in many.
    private var idle: ContiguousArray<Int32> = []

    init() {}

    init(agents: Int, queues: Int) {
        stride = (queues + 63) / 64
        words = ContiguousArray(repeating: 0, count: agents * stride)
        idle = ContiguousArray(repeating: 0, count: queues)
    }

    mutating func insert(agent: Int32, queue: Int32) {
        words[Int(agent) * stride + Int(queue) / 64] |= 1 << UInt64(Int(queue) % 64)
    }

    func contains(agent: Int32, queue: Int32) -> Bool {
        words[Int(agent) * stride + Int(queue) / 64] >> UInt64(Int(queue) % 64) & 1 != 0
    }

    /// How many agents who serve a queue are idle.
    func idle(in queue: Int32) -> Int { Int(idle[Int(queue)]) }

    /// Counts an agent in as idle, by 1, or out, by -1.
    mutating func countIdle(_ agent: Int32, by step: Int32) {
        for place in 0..<stride {
            var word = word(place, agent: agent)
            while word != 0 {
                idle[place << 6 + word.trailingZeroBitCount] += step
                word &= word - 1
            }
        }
    }

    /// The `place`-th word of 64 queues that the agent serves.
    func word(_ place: Int, agent: Int32) -> UInt64 { words[Int(agent) * stride + place] }

    /// How many words there are for an agent.
    var wordCount: Int { stride }
}
