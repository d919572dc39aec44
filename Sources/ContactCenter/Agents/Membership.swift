/// Which agents serve which queues, a bit for each pair.
///
/// An agent serves the queues that their configuration lists; where it lists none, those whose own requirement (or
/// one of whose rings) the agent meets or, if that depends on the contact, may meet.
struct Membership: Sendable {
    private var words: ContiguousArray<UInt64> = []
    private var stride = 0

    init() {}

    init(agents: Int, queues: Int) {
        stride = (queues + 63) / 64
        words = ContiguousArray(repeating: 0, count: agents * stride)
    }

    mutating func insert(agent: Int32, queue: Int32) {
        words[Int(agent) * stride + Int(queue) / 64] |= 1 << UInt64(Int(queue) % 64)
    }

    func contains(agent: Int32, queue: Int32) -> Bool {
        words[Int(agent) * stride + Int(queue) / 64] >> UInt64(Int(queue) % 64) & 1 != 0
    }

    /// The `place`-th word of 64 queues that the agent serves.
    func word(_ place: Int, agent: Int32) -> UInt64 { words[Int(agent) * stride + place] }

    /// How many words there are for an agent.
    var wordCount: Int { stride }
}
