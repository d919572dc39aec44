import Cluster

/// What a directory needs beside the actor system where partitions may be on any node and move between them.
final class ClusterRouting: Sendable {
    /// This node's part in the membership, which knows the owners.
    let member: ClusterMember
    /// Where agents are at home.
    let homes = AgentHomes()
    /// The streams that are read on this node.
    let readers = NoticeReaders()

    init(member: ClusterMember) {
        self.member = member
    }

    /// Finds the face of a node on that node, and all others by the owner of the partition in their name.
    static func locator(_ member: ClusterMember) -> ActorLocator {
        ActorLocator { id in
            if id.kind == NodeActor.kind { return NodeID(id.name) }
            return FaceName(id.name).flatMap { member.owner(of: $0.partition) }?.node
        }
    }
}
