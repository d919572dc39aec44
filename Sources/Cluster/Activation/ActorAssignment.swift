import Synchronization

/// The id that the next actor made by the current task is to have.
final class ActorAssignment: Sendable {
    @TaskLocal static var current: ActorAssignment?

    private let id: Mutex<ActorID?>

    init(_ id: ActorID) {
        self.id = Mutex(id)
    }

    /// Takes the id, once, for an actor of its kind.
    func take(for kind: ActorKind) -> ActorID? {
        id.withLock { id in
            guard id?.kind == kind else { return nil }
            defer { id = nil }
            return id
        }
    }
}
