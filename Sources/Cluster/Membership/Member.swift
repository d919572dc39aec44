/// A node as another sees it.
public struct Member: Hashable, Sendable {
    /// What is thought of a node.
    public enum State: UInt8, Sendable {
        /// It was heard of late.
        case alive
        /// It was not heard for too long.
        case suspected
        /// It said that it ends.
        case left
    }

    /// The last heartbeat that was heard.
    public internal(set) var heartbeat: Heartbeat
    /// What is thought of it.
    public internal(set) var state: State
    /// Protocol time of the observer when it was last heard.
    public internal(set) var heardAt: Duration
    /// By how much its wall clock is ahead of the observer's; below zero when it is behind.
    public internal(set) var skew: Duration

    /// The node.
    public var node: NodeID { heartbeat.process.node }
    /// Whether it lives and may take partitions over.
    public var isCandidate: Bool { state == .alive && heartbeat.standing == .serving }
}
