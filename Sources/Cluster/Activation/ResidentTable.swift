import DequeModule

/// The actors of this node: who is here, who is being activated, which calls wait for whom.
///
/// A virtual actor is kept alive from its activation until it is passivated; then only a weak reference is left. While
/// somebody else still holds the actor, that reference leads to it, and the next use keeps it alive again; once
/// nobody does, the next call activates a new one. So no two of an id ever take calls side by side. An actor bound to
/// the process is only ever referred to weakly.
struct ResidentTable {
    private var residents: [ActorID: Resident] = [:]
    private let residentBound: Int
    private let mailboxBound: Int

    init(residentBound: Int, mailboxBound: Int) {
        self.residentBound = residentBound
        self.mailboxBound = mailboxBound
    }

    /// How many actors are here or being activated.
    var count: Int { residents.count }

    /// Takes in a call.
    ///
    /// - Parameter canActivate: Whether there is a factory for the actor.
    mutating func receive(_ delivery: Delivery, canActivate: Bool, now: Duration) -> ResidentDirective {
        let id = delivery.call.actor
        guard let resident = residents[id] else {
            return admit(delivery, canActivate: canActivate, now: now)
        }
        guard resident.load < mailboxBound else {
            return .refuse(Self.overloaded("\(id) already has \(mailboxBound) calls"))
        }
        if resident.phase == .activating {
            resident.add(delivery, now: now)
            return .none
        }
        guard let actor = resident.actor else {
            residents[id] = nil
            return admit(delivery, canActivate: canActivate, now: now)
        }
        if canActivate { resident.kept = actor }
        resident.add(delivery, now: now)
        return pump(resident)
    }

    /// The actor of an id, if it is here and takes calls; that counts as a use.
    mutating func use(_ id: ActorID, canActivate: Bool, now: Duration) -> (any ClusterActor)? {
        guard let resident = residents[id], resident.phase == .active, let actor = resident.actor else { return nil }
        resident.uses += 1
        resident.lastUse = now
        if canActivate { resident.kept = actor }
        return actor
    }

    /// Enters an actor that has come to be outside of a factory, or within one that still runs.
    mutating func ready(_ actor: any ClusterActor, _ id: ActorID, now: Duration) {
        if residents[id]?.phase == .activating {
            residents[id]?.actor = actor
        } else {
            residents[id] = Resident(phase: .active, actor: actor, lastUse: now)
        }
    }

    /// Enters the actor that a factory has made.
    mutating func activated(_ actor: any ClusterActor, _ id: ActorID, now: Duration) -> ResidentDirective {
        guard let resident = residents[id] else { return .none }
        resident.phase = .active
        resident.kept = actor
        resident.actor = actor
        resident.lastUse = now
        return pump(resident)
    }

    /// Takes an actor out whose factory has failed.
    ///
    /// - Returns: The calls that have waited for it, to be answered.
    mutating func activationFailed(_ id: ActorID) -> [Delivery] {
        guard let resident = residents.removeValue(forKey: id) else { return [] }
        return Array(resident.waiting)
    }

    /// Takes the actor's oldest waiting call to begin it; nil ends the pumping.
    mutating func next(of id: ActorID) -> Delivery? {
        guard let resident = residents[id] else { return nil }
        guard let delivery = resident.waiting.popFirst() else {
            resident.isPumped = false
            return nil
        }
        resident.running += 1
        return delivery
    }

    /// Notes that a call which ``next(of:)`` has given out has ended.
    mutating func ended(_ id: ActorID, now: Duration) {
        guard let resident = residents[id], resident.running > 0 else { return }
        resident.running -= 1
        resident.lastUse = now
    }

    /// The kept actors that have not been used for their kind's time, by id. Complexity: O(count).
    func idle(now: Duration, idleAfter: (ActorKind) -> Duration?) -> [IdleActor] {
        var found: [IdleActor] = []
        for (id, resident) in residents where resident.load == 0 {
            guard let actor = resident.kept, let limit = idleAfter(id.kind) else { continue }
            guard now - resident.lastUse >= limit else { continue }
            found.append(IdleActor(actor: actor, id: id, uses: resident.uses))
        }
        return found.sorted { $0.id < $1.id }
    }

    /// Lets go of an idle actor unless it was used meanwhile.
    mutating func release(_ idle: IdleActor) -> Bool {
        guard let resident = residents[idle.id], resident.uses == idle.uses, resident.kept === idle.actor else {
            return false
        }
        resident.kept = nil
        return true
    }

    /// Forgets an actor that is no more.
    mutating func purge(_ id: ActorID) {
        if residents[id]?.isGone == true { residents[id] = nil }
    }

    /// Takes everything out.
    ///
    /// - Returns: The calls that have waited, to be answered, and the actors, to be let go of.
    mutating func clear() -> (waiting: [Delivery], actors: [any ClusterActor]) {
        let all = residents.sorted { $0.key < $1.key }.map(\.value)
        residents = [:]
        return (all.flatMap(\.waiting), all.compactMap(\.kept))
    }

    private mutating func admit(_ delivery: Delivery, canActivate: Bool, now: Duration) -> ResidentDirective {
        let id = delivery.call.actor
        guard canActivate else { return .refuse(Self.unknown(id)) }
        guard residents.count < residentBound else {
            return .refuse(Self.overloaded("\(residentBound) actors are resident and \(id) is not among them"))
        }
        let resident = Resident(phase: .activating, lastUse: now)
        resident.add(delivery, now: now)
        residents[id] = resident
        return .activate(id)
    }

    private func pump(_ resident: Resident) -> ResidentDirective {
        guard resident.phase == .active, !resident.isPumped else { return .none }
        guard !resident.waiting.isEmpty, let actor = resident.actor else { return .none }
        resident.isPumped = true
        return .pump(actor)
    }

    private static func unknown(_ id: ActorID) -> ClusterError {
        ClusterError(.unknownActor, "there is no actor \(id) here, nor a way to activate it: check its kind and name")
    }

    private static func overloaded(_ what: String) -> ClusterError {
        ClusterError(.overloaded, "the call was not taken: \(what); try again later")
    }
}
