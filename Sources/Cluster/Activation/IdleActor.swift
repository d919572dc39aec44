/// A virtual actor that has been idle for long enough to be let go of.
struct IdleActor: Sendable {
    let actor: any ClusterActor
    let id: ActorID
    /// Its uses when it was found idle.
    let uses: UInt64
}
