import Distributed
import Instrumentation
import Synchronization

extension ClusterActorSystem {
    /// The method that every actor has: it does nothing but be called, which activates the actor.
    static let activationMethod = "activate!"

    /// At how many actors is looked while their table is held, to tell which are idle.
    private static let looksAtOnce = 64

    /// Begins something on the calling thread, unless the system is yet to run or has stopped.
    func begin(_ work: SystemWork) {
        if lifetime.admits(work) { carryOut(work) }
    }

    func carryOut(_ work: SystemWork) {
        switch work {
        case .activate(let id): tasks.begin { await self.activate(id) }
        case .pump(let actor): beginCalls(of: actor)
        }
    }

    /// Tells a received call that nobody waits for it any more, if it is still here.
    func cancelTurn(_ id: CallID, of caller: NodeID) {
        if let task = turns.cancel(id, of: caller) { tasks.cancel(task) }
    }

    /// Lets go of the virtual actors that have been idle for long enough and agree: one after another, so that nobody
    /// waits until all have been asked.
    func passivateIdle() async {
        purgeResigned()
        let now = clock.now
        while let idle = residents.withLock({ residents in
            residents.idle(now: now, atMost: Self.looksAtOnce) { factories[$0]?.idleAfter }
        }) {
            for actor in idle { await passivate(actor) }
            await Task.yield()
        }
    }

    private func passivate(_ idle: IdleActor) async {
        guard await Self.mayPassivate(idle.actor) else { return }
        guard residents.withLock({ $0.release(idle) }) else { return }
        counters.count { $0.passivations += 1 }
    }

    private static func mayPassivate<Act: ClusterActor>(_ actor: Act) async -> Bool {
        await actor.whenLocal { $0.mayPassivate() } ?? false
    }

    private func activate(_ id: ActorID) async {
        do {
            let actor = try await make(id)
            counters.count { $0.activations += 1 }
            let now = clock.now
            if case .pump = residents.withLock({ $0.activated(actor, id, now: now) }) { beginCalls(of: actor) }
        } catch {
            counters.count { $0.activationFailures += 1 }
            let outcome = Self.outcome(ofActivating: id, throwing: error)
            for delivery in residents.withLock({ $0.activationFailed(id) }) { answer(delivery, outcome) }
        }
    }

    private func make(_ id: ActorID) async throws -> any ClusterActor {
        guard let factory = factories[id.kind] else {
            throw ClusterError(.unknownActor, "no factory makes \(id): register its type")
        }
        let actor = try await ActorAssignment.$current.withValue(ActorAssignment(id)) {
            try await factory.activate(id.name, self)
        }
        guard actor.id == id else {
            throw ClusterError(.remote, "the factory of \(id) has made \(actor.id): let it make a new actor each time")
        }
        return actor
    }

    /// Begins the waiting calls in order, each as a task that goes to the actor at once. Tasks that find the actor busy
    /// wait there in the order in which they came.
    private func beginCalls<Act: ClusterActor>(of actor: Act) {
        let id = actor.id
        while let delivery = residents.withLock({ $0.next(of: id) }) {
            let task = tasks.begin { await actor.whenLocal { await self.serve(delivery, on: $0) } }
            if delivery.turn.isServed(by: task) { tasks.cancel(task) }
        }
    }

    /// Runs a call's method, and answers.
    private func serve<Act: ClusterActor>(_ delivery: Delivery, on actor: isolated Act) async {
        let outcome = await outcome(of: delivery, on: actor)
        let now = clock.now
        residents.withLock { $0.ended(actor.id, now: now) }
        answer(delivery, outcome)
    }

    private func outcome<Act: ClusterActor>(of delivery: Delivery, on actor: isolated Act) async -> CallOutcome {
        if delivery.turn.isCancelled || Task.isCancelled {
            return .error(ClusterError(.cancelled, "\(delivery.target) was not run: it was cancelled before"))
        }
        guard clock.now < delivery.deadline else {
            return .error(ClusterError(.timeout, "\(delivery.target) was not run: its deadline passed while it waited"))
        }
        if delivery.call.method == Self.activationMethod { return .value([]) }
        guard let method = Act.methods[delivery.call.method] else {
            return .error(
                ClusterError(.unknownMethod, "\(delivery.target) does not exist on \(node): list it in the methods"))
        }
        counters.count { $0.callsServed += 1 }
        var options = CallOptions()
        options.limit = delivery.deadline
        do {
            let bytes = try await CallOptions.$current.withValue(options) {
                guard let context = delivery.call.trace.context else {
                    return try await method.run(actor, delivery.call.arguments)
                }
                return try await InstrumentationContext.$current.withValue(context) {
                    try await method.run(actor, delivery.call.arguments)
                }
            }
            return Self.outcome(of: delivery.target, returning: bytes)
        } catch {
            return Self.outcome(of: delivery.target, throwing: error)
        }
    }
}
