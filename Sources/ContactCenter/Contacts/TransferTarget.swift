/// Where a transfer goes, once it is known that it can.
struct TransferTarget {
    var queue: QueueID
    var requirement: Requirement?
    var addressee: AgentID?
}
