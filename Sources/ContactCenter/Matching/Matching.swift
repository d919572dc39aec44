/// Who waits and who is free, so that a contact that arrives and an agent that becomes free each find their best
/// partner at once.
///
/// Contacts that the same agents may serve form a class (queue, requirement as far as the contact does not answer it
/// itself, ring, channel) with one ordered list. Whether an agent may serve a class is worked out once, when either
/// is new, and kept as a bit both ways round. From there:
///
/// - **A contact arrives.** Free agents stand in a ring per channel, in the order in which they became idle. Each
///   class remembers up to where nobody eligible stands, so over time it looks at each position of the ring once.
///   Where eligible agents are so rare that the look ahead takes long, the set of eligible agents is laid over the
///   set of free ones instead. Being set free costs one entry a channel, however many classes the agent may serve.
/// - **An agent becomes free.** The agent's row of classes is laid over the classes that hold contacts; their first
///   contacts' keys, which pack priority and enqueue time into one word, lie side by side; the least wins.
///
/// All of this is derived from what the floor knows, and what is found depends on nothing else: the order in which
/// things were put in, and where a class's memory stands, change only how long it takes.
package struct Matching: Sendable {
    /// How many free agents a class looks ahead before it lays sets over each other.
    static let lookAhead = 1_024

    var eligibility = Eligibility()
    var free = FreeAgents()
    var table = ClassTable()
    var store = WaitingStore()
    var queues: ContiguousArray<MatchingQueue> = []
    /// Whether queues count differently, so that the keys of their contacts alone do not say who comes first.
    var weighsQueues = false
    /// Whether contacts of any queue were ever held back from agents who could have them.
    var holdsBack = false
    /// What is released to agents in part.
    var releases = ReleaseShares()

    package init() {}
}

extension Matching {
    /// How a queue chooses among several free agents; ``AgentOrder/longestIdle`` unless set. May change at any time.
    package mutating func setOrder(_ order: AgentOrder, of queue: QueueSlot) {
        touch(queue)
        queues[Int(queue.index)].order = order
    }

    /// Where a queue's round robin stands: the next agent is the one behind this; nil begins with the first. The
    /// floor sets it whenever it makes an offer from a round-robin queue, and when it restores a snapshot.
    package mutating func setLastOffered(_ agent: AgentSlot?, in queue: QueueSlot) {
        touch(queue)
        queues[Int(queue.index)].lastOffered = agent
    }

    /// How fast the contacts of a queue age beside those of others; 1 unless set. May change at any time.
    package mutating func setWeight(_ weight: Double, of queue: QueueSlot) {
        touch(queue)
        queues[Int(queue.index)].weight = weight
        if weight != 1 { weighsQueues = true }
    }

    /// How far a queue is below its service level: among contacts of equal priority, those of the queue with the
    /// largest shortfall come first. 0 unless set. May change at any time.
    ///
    /// - Parameter overdue: After how long a wait, in microseconds, a contact comes before those of every queue that is
    ///   merely below its level, so that a queue of which nothing is heard, since nobody serves it, is not left for ever.
    package mutating func setShortfall(_ shortfall: Double, of queue: QueueSlot, overdue: Int64 = .max) {
        touch(queue)
        queues[Int(queue.index)].shortfall = shortfall
        queues[Int(queue.index)].overdue = overdue
        if shortfall != 0 { weighsQueues = true }
    }

    /// How many contacts wait in a queue.
    package func waitingCount(in queue: QueueSlot) -> Int {
        queue.index < queues.count ? queues[Int(queue.index)].waiting : 0
    }

    /// The earliest enqueue time in a queue; nil when none waits. Complexity: O(the queue's classes · priorities).
    package func oldest(in queue: QueueSlot) -> Timestamp? {
        guard waitingCount(in: queue) > 0 else { return nil }
        var oldest = UInt64.max
        for index in queues[Int(queue.index)].classes where table.entries[Int(index)].list.count > 0 {
            oldest = min(oldest, store.oldest(of: table.entries[Int(index)].list))
        }
        return WaitingStore.enqueuedAt(oldest)
    }

    mutating func touch(_ queue: QueueSlot) {
        while queues.count <= queue.index { queues.append(MatchingQueue()) }
    }
}
