/// What is to be done after a change of the ``ResidentTable``.
enum ResidentDirective {
    /// Nothing.
    case none
    /// Run the actor's factory.
    case activate(ActorID)
    /// Begin the actor's waiting calls.
    case pump(any ClusterActor)
    /// Answer the call with an error.
    case refuse(ClusterError)
}
