/// What the system's running loop is asked to begin.
enum SystemWork: Sendable {
    /// Run an actor's factory.
    case activate(ActorID)
    /// Begin an actor's waiting calls.
    case pump(any ClusterActor)
}
