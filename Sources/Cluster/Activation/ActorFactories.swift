import Synchronization

/// The factories of a node, by kind.
final class ActorFactories: Sendable {
    private let factories = Mutex<[ActorKind: ActorFactory]>([:])

    /// Adds a factory; a second one for a kind is a programmer's error.
    func register(_ factory: ActorFactory, for kind: ActorKind) {
        factories.withLock { factories in
            let known = factories.updateValue(factory, forKey: kind)
            precondition(known == nil, "two actor types are registered as \(kind): give one another kind")
        }
    }

    subscript(kind: ActorKind) -> ActorFactory? {
        factories.withLock { $0[kind] }
    }
}
