import Cluster
import Synchronization

/// What a directory needs beside the actor system where partitions may be on any node and move between them.
final class ClusterRouting: Sendable {
    /// This node's part in the membership, which knows the owners.
    let member: ClusterMember
    /// Where agents are at home.
    let homes = AgentHomes()
    /// The streams that are read on this node.
    let readers = NoticeReaders()
    private let partitions: [PartitionID]
    private let clock: any ProtocolClock
    private let absences = Mutex(Absences())

    init(member: ClusterMember, layout: CenterLayout, clock: any ProtocolClock) {
        self.member = member
        self.clock = clock
        partitions = layout.places.map(\.partition)
    }

    /// Partitions may have moved, or be without an owner: streams that were read from an owner that is gone end.
    func clusterChanged() {
        readers.endThoseMoved { member.owner(of: $0) }
        let now = clock.now
        absences.withLock { $0.look(at: partitions, now: now) { member.owner(of: $0) != nil } }
    }

    /// Whether a partition has had no owner for so long that nobody should wait for one.
    func isForsaken(_ partition: PartitionID) -> Bool {
        let now = clock.now
        return absences.withLock { $0.isLong(of: partition, now: now) }
    }

    /// Finds the face of a node on that node, and all others by the owner of the partition in their name.
    static func locator(_ member: ClusterMember) -> ActorLocator {
        ActorLocator { id in
            if id.kind == NodeActor.kind { return NodeID(id.name) }
            return FaceName(id.name).flatMap { member.owner(of: $0.partition) }?.node
        }
    }
}
