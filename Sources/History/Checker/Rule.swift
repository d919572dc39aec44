/// What is promised of every run.
public enum Rule: String, CaseIterable, Hashable, Sendable, Codable {
    /// What was acknowledged is still so: no contact and no state of one is gone, after a restart included.
    case lost
    /// One command has one effect, and one id names one thing.
    case doubled
    /// Every acknowledged contact reaches exactly one end, or is shown live when the run ends.
    case ends
    /// Nothing happens to a contact that has ended.
    case afterEnd = "after-end"
    /// No contact is connected to two agents at once.
    case connectedTwice = "connected-twice"
    /// No contact is offered to two agents at once, nor while an agent has it.
    case offeredTwice = "offered-twice"
    /// An offer reaches its agent, or nothing of it does: it is said again as long as it is owed.
    case owed
    /// No agent holds, or is offered, more than their capacity allows.
    case overCapacity = "over-capacity"
    /// Within a class, higher priority goes first, and among equals who has waited longer.
    case order
    /// Nothing is offered to an agent who may not serve it or is not available.
    case ineligible
    /// The enqueue time of a contact is kept for its life.
    case enqueueTime = "enqueue-time"
    /// What is shown of an agent agrees with what was acknowledged.
    case agentState = "agent-state"
}
