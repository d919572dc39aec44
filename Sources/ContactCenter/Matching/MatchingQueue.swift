/// What the matching knows of one queue.
struct MatchingQueue: Sendable {
    var order = AgentOrder.longestIdle
    var lastOffered: AgentSlot?
    var waiting = 0
    /// Agents who may not have its contacts for the time being.
    var barred = SlotSet()
    /// For how many seconds one of age counts.
    var weight = 1.0
    /// How far it is below its service level; 0 where that does not matter.
    var shortfall = 0.0
    /// After how long a wait, in microseconds, a contact counts as one of a queue that is missed altogether.
    var overdue = Int64.max
    /// Agents from whom its contacts are held back, but those at a ring from ``heldBackBefore`` on.
    var heldBack = SlotSet()
    var heldBackBefore = Int.max
    /// Its classes, empty ones included, in no order that matters.
    var classes: ContiguousArray<Int32> = []
}
