/// Which queues go behind which others, made ready once a configuration, and which of these have enough left.
struct BlendTable: Sendable {
    /// That one queue goes behind another.
    struct Gate: Sendable {
        /// Whose contacts are held back.
        let queue: Int32
        /// Whose work goes first.
        let first: Int32
        /// Of the first more agents than this must be idle; nil for however few.
        let idle: Int?
        /// Whether the first must keep its service level.
        let keepsServiceLevel: Bool
        /// Whether agents of the first may be offered contacts of the other.
        var isOpen = true
    }

    var gates: ContiguousArray<Gate> = []
    /// The queues that others go behind, each once.
    private(set) var firsts: [Int32] = []
    /// The queues that go behind others, each once.
    private(set) var followers: [Int32] = []

    init() {}

    init(_ queues: ContiguousArray<QueueRecord>) {
        for (queue, record) in queues.enumerated() where !record.isRetired {
            guard let blending = record.configuration.blending else { continue }
            followers.append(Int32(queue))
            for (first, other) in queues.enumerated() where !other.isRetired && first != queue {
                let id = other.configuration.id
                guard blending.behind.isEmpty ? other.configuration.blending == nil : blending.behind.contains(id)
                else {
                    continue
                }
                gates.append(
                    Gate(
                        queue: Int32(queue), first: Int32(first), idle: blending.idle,
                        keepsServiceLevel: blending.keepsServiceLevel))
                if !firsts.contains(Int32(first)) { firsts.append(Int32(first)) }
            }
        }
    }

    /// Whether no queue goes behind another.
    var isEmpty: Bool { gates.isEmpty }
}
