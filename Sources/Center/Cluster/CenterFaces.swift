import Cluster
import ContactCenter

/// The actors that are the faces of a node and of its partitions, and the errors they throw.
enum CenterFaces {
    /// Makes them available on a node; before its system runs.
    static func register(
        with system: ClusterActorSystem, hosts: PartitionHosts, streams: NoticeStreams, node: LocalNode
    ) {
        CenterFailures.register(with: system)
        system.register(NodeActor.self) { _, system in NodeActor(local: node, actorSystem: system) }
        system.register(AgentActor.self) { name, system in
            let (local, entity) = try face(name, hosts)
            return AgentActor(agent: AgentID(entity), local: local, streams: streams, actorSystem: system)
        }
        system.register(QueueActor.self) { name, system in
            let (local, entity) = try face(name, hosts)
            return QueueActor(queue: QueueID(entity), local: local, actorSystem: system)
        }
        system.register(SessionActor.self, idleAfter: .seconds(10)) { name, system in
            let (local, entity) = try face(name, hosts)
            guard let contact = ContactID(entity) else {
                throw CenterError(.invalid, "\(entity) is no id of a contact.")
            }
            return SessionActor(contact: contact, local: local, actorSystem: system)
        }
        system.register(PartitionActor.self) { name, system in
            PartitionActor(local: try face(name, hosts).local, streams: streams, actorSystem: system)
        }
    }

    private static func face(
        _ name: String, _ hosts: PartitionHosts
    ) throws(CenterError) -> (local: LocalPartition, entity: String) {
        guard let name = FaceName(name) else { throw CenterError(.invalid, "\(name) is no name of a face.") }
        return (LocalPartition(partition: name.partition, hosts: hosts), name.entity)
    }
}
