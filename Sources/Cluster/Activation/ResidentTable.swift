import DequeModule

/// The actors of this node: who is here, who is being activated, which calls wait for whom.
///
/// A virtual actor is kept alive from its activation until it is passivated; then only a weak reference is left. While
/// somebody else still holds the actor, that reference leads to it, and the next use keeps it alive again; once
/// nobody does, the next call activates a new one. So no two of an id ever take calls side by side. An actor bound to
/// the process is only ever referred to weakly.
struct ResidentTable {
    /// When a kept actor was last looked at, or came to be kept.
    private struct Look {
        let id: ActorID
        let resident: Resident
        let since: Duration
    }

    private var residents: [ActorID: Resident] = [:]
    /// Every kept actor, by its kind: whoever is to be looked at next is first.
    private var looks: [ActorKind: Deque<Look>] = [:]
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
        if canActivate { keep(actor, id, resident, now: now) }
        resident.add(delivery, now: now)
        return pump(resident)
    }

    /// The actor of an id, if it is here and takes calls; that counts as a use.
    mutating func use(_ id: ActorID, canActivate: Bool, now: Duration) -> (any ClusterActor)? {
        guard let resident = residents[id], resident.phase == .active, let actor = resident.actor else { return nil }
        resident.uses += 1
        resident.lastUse = now
        if canActivate { keep(actor, id, resident, now: now) }
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
        keep(actor, id, resident, now: now)
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

    /// Looks at kept actors whose kind's time has passed since the last look, up to `bound` of them; an actor is so found
    /// idle after once to twice that time.
    ///
    /// - Returns: Those that were not used for that time; nil when there is nobody to look at.
    mutating func idle(now: Duration, atMost bound: Int, idleAfter: (ActorKind) -> Duration?) -> [IdleActor]? {
        var found: [IdleActor] = []
        var left = bound
        for kind in looks.keys.sorted(by: { $0.text < $1.text }) {
            guard let limit = idleAfter(kind) else { continue }
            while left > 0, let look = looks[kind]?.first, look.since < now, now - look.since >= limit {
                looks[kind]?.removeFirst()
                left -= 1
                let resident = look.resident
                guard residents[look.id] === resident, let actor = resident.kept else {
                    resident.isLookedAt = false
                    continue
                }
                looks[kind]?.append(Look(id: look.id, resident: resident, since: now))
                guard resident.load == 0, now - resident.lastUse >= limit else { continue }
                found.append(IdleActor(actor: actor, id: look.id, uses: resident.uses))
            }
        }
        return left == bound ? nil : found
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
        looks = [:]
        return (all.flatMap(\.waiting), all.compactMap(\.kept))
    }

    private mutating func keep(_ actor: any ClusterActor, _ id: ActorID, _ resident: Resident, now: Duration) {
        resident.kept = actor
        guard !resident.isLookedAt else { return }
        resident.isLookedAt = true
        looks[id.kind, default: []].append(Look(id: id, resident: resident, since: now))
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
