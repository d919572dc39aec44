public import Distributed
import Synchronization

extension ClusterActorSystem {
    /// The virtual actor of a name, wherever it is; the actor itself if it is active here.
    ///
    /// - Throws: ``ClusterError/Code/unknownActor`` when an actor of another type has the id.
    public func actor<Act: ClusterActor>(_ type: Act.Type = Act.self, named name: String) throws -> Act {
        try Act.resolve(id: ActorID(kind: Act.kind, name: name), using: self)
    }

    /// The virtual actor of a name, active; the actor itself if its place is on this node.
    ///
    /// Calls of an actor that is held this way cost no more than those of any local actor.
    ///
    /// - Throws: What its activation throws, or ``ClusterError`` when its node cannot be asked.
    public func activated<Act: ClusterActor>(_ type: Act.Type = Act.self, named name: String) async throws -> Act {
        let id = ActorID(kind: Act.kind, name: name)
        _ = try await call(CallTarget(actor: id, method: Self.activationMethod), arguments: [])
        return try Act.resolve(id: id, using: self)
    }

    /// Makes an actor that is to have `id`, outside of a factory. The caller keeps it alive.
    public func withID<Act: ClusterActor>(_ id: ActorID, make: () throws -> Act) rethrows -> Act {
        try ActorAssignment.$current.withValue(ActorAssignment(id), operation: make)
    }

    /// The actor of an id if it is here, which counts as a use of it; nil makes the caller a remote reference.
    ///
    /// A virtual actor whose place is elsewhere by now is not used here any more, though it may be resident still.
    ///
    /// - Throws: ``ClusterError/Code/unknownActor`` when an actor of another type has the id.
    public func resolve<Act: DistributedActor>(
        id: ActorID, as actorType: Act.Type
    ) throws -> Act? where Act.ID == ActorID {
        purgeResigned()
        if id.process == nil, locator.node(of: id) != node { return nil }
        let canActivate = id.process == nil && factories[id.kind] != nil
        let now = clock.now
        guard let actor = residents.withLock({ $0.use(id, canActivate: canActivate, now: now) }) else { return nil }
        guard let typed = actor as? Act else {
            throw ClusterError(.unknownActor, "\(id) is no \(Act.self): ask for it by its own type")
        }
        return typed
    }

    /// The id of an actor that is being made: the one it was assigned, or a new one bound to this process.
    public func assignID<Act: DistributedActor>(_ actorType: Act.Type) -> ActorID where Act.ID == ActorID {
        guard let type = actorType as? any ClusterActor.Type else {
            preconditionFailure("\(actorType) cannot be an actor of the cluster: make it conform to ClusterActor")
        }
        if let id = ActorAssignment.current?.take(for: type.kind) { return id }
        let number = boundActors.wrappingAdd(1, ordering: .relaxed).newValue
        return ActorID(kind: type.kind, name: "\(number)", process: process)
    }

    /// Enters an actor that is ready to be called.
    public func actorReady<Act: DistributedActor>(_ actor: Act) where Act.ID == ActorID {
        guard let actor = actor as? any ClusterActor else { return }
        purgeResigned()
        let now = clock.now
        residents.withLock { $0.ready(actor, actor.id, now: now) }
    }

    /// Forgets an actor that is no more.
    ///
    /// An actor may come to its end wherever its last reference is dropped, under the residents' lock included; so
    /// its id is only noted here and the record taken out by whoever comes next.
    public func resignID(_ id: ActorID) {
        resigned.withLock { $0.append(id) }
    }

    func purgeResigned() {
        let ids = resigned.withLock { resigned in
            defer { resigned = [] }
            return resigned
        }
        guard !ids.isEmpty else { return }
        residents.withLock { residents in
            for id in ids { residents.purge(id) }
        }
    }
}
