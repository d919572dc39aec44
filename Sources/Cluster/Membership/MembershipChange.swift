/// What has changed in a node's view of the others.
public enum MembershipChange: Hashable, Sendable {
    /// A node was heard for the first time, or again after it had left.
    case joined(NodeID)
    /// A heartbeat of a node is missing, and other packets from or to it may be missing as well.
    case interrupted(NodeID)
    /// A node was not heard for so long that it is taken to be gone.
    case suspected(NodeID)
    /// A suspected node was heard again, the same process as before.
    case aliveAgain(NodeID)
    /// A node is another process than before.
    case restarted(NodeID)
    /// A node said that it ends.
    case left(NodeID)
}
