import Cluster

/// A partition as the faces of its entities reach it: through whichever host it has on this node at the moment.
///
/// Faces outlive hosts: a partition may leave the node and come back while an actor of it stays resident.
struct LocalPartition: Sendable {
    let partition: PartitionID
    let hosts: PartitionHosts

    /// The host that serves it here.
    var host: PartitionHost { get throws(CenterError) { try hosts.host(of: partition) } }
}
