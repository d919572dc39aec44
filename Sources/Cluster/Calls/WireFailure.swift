public import Wire

/// An error that a distributed method throws and its caller catches as the same type, on whatever node.
///
/// Make it known to each node's system with ``ClusterActorSystem/register(failure:)``; to a node that does not know
/// it, it comes as ``ClusterError/Code/remote``.
public protocol WireFailure: Error, WireValue {
    /// The error type's name on the wire, unique in the cluster, such as `refusal`.
    static var failureName: String { get }
}
