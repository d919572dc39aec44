/// What a received call asks the system to begin.
enum SystemWork: Sendable {
    /// Run an actor's factory.
    case activate(ActorID)
    /// Begin an actor's waiting calls.
    case pump(any ClusterActor)
}
