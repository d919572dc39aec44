public import Cluster
import ContactCenter
public import Distributed
import Wire

/// The addressable face of a node: how it is, and what only it can do with its partitions.
///
/// Named by the node; it is always on that node.
public distributed actor NodeActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "node"
    public static let methods: MethodTable<NodeActor> = [
        Method("report") { (actor: isolated NodeActor) in actor.report() },
        Method("drain") { (actor: isolated NodeActor) in try await actor.drain() },
        Method("resume") { (actor: isolated NodeActor) in try await actor.resume() },
        Method("waitUntilSettled") { (actor: isolated NodeActor) in try await actor.waitUntilSettled() },
        Method("handOver") { (actor: isolated NodeActor, partition: PartitionID, heir: NodeID) in
            try await actor.handOver(partition, to: heir)
        },
    ]

    private let local: LocalNode

    init(local: LocalNode, actorSystem: ClusterActorSystem) {
        self.local = local
        self.actorSystem = actorSystem
    }

    private var keeper: PartitionKeeper {
        get throws(Refusal) {
            if let keeper = local.keeper { return keeper }
            throw Refusal(
                .wrongState,
                "The node \(actorSystem.node) stands alone and has nobody to hand over to; it was started without --nats."
            )
        }
    }

    /// What the node says of itself.
    public distributed func report() -> NodeReport { local.report }

    /// Hands all of its partitions over and takes none before ``resume()``; returns once that is done.
    ///
    /// - Returns: The partitions it had.
    /// - Throws: ``ContactCenter/Refusal`` when it stands alone.
    public distributed func drain() async throws -> [PartitionID] {
        let keeper = try keeper
        let served = keeper.hosts.partitions
        try await keeper.drain()
        return served
    }

    /// Takes partitions over again.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when it stands alone, or is about to end.
    public distributed func resume() async throws {
        try await keeper.resume()
    }

    /// Returns once the node may take partitions over.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when it stands alone, or does not take any.
    public distributed func waitUntilSettled() async throws {
        try await keeper.waitUntilSettled()
    }

    /// Hands one of its partitions over to a node by name; returns once it does not serve it any more.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when it stands alone; ``CenterError`` with `movedAway` when it does not serve
    ///   the partition.
    public distributed func handOver(_ partition: PartitionID, to heir: NodeID) async throws {
        try await keeper.handOver(partition, to: heir)
    }
}
