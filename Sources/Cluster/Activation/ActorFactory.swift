/// How actors of one kind come to be on this node.
struct ActorFactory: Sendable {
    /// How long an actor must have been idle to be let go of.
    let idleAfter: Duration
    /// Makes the actor of a name.
    let activate: @Sendable (_ name: String, ClusterActorSystem) async throws -> any ClusterActor
}
