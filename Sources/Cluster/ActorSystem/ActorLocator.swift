/// Says on which node a virtual actor is to be found.
///
/// Every node computes the answer for itself. Where two disagree for a while, a call is refused with
/// ``ClusterError/Code/wrongNode``: that costs time, never safety.
public struct ActorLocator: Sendable {
    private let locate: @Sendable (ActorID) -> NodeID?

    /// Makes a locator of a placement function, which is called for every call and must be quick.
    ///
    /// - Parameter locate: Returns nil when there is no node for the actor at the moment.
    public init(_ locate: @escaping @Sendable (ActorID) -> NodeID?) {
        self.locate = locate
    }

    /// A locator that finds every virtual actor on one node.
    public static func always(_ node: NodeID) -> ActorLocator {
        ActorLocator { _ in node }
    }

    /// The node of an actor; nil when there is none at the moment.
    public func node(of id: ActorID) -> NodeID? {
        if let process = id.process { return process.node }
        return locate(id)
    }
}
