/// What the matching knows of one queue.
struct MatchingQueue: Sendable {
    var order = AgentOrder.longestIdle
    var lastOffered: AgentSlot?
    var waiting = 0
    /// Its classes, empty ones included, in no order that matters.
    var classes: ContiguousArray<Int32> = []
}
