import DequeModule

/// One actor of this node and the calls that wait for it; only ever touched by its ``ResidentTable``.
final class Resident {
    enum Phase {
        /// Its factory runs; calls wait.
        case activating
        /// It takes calls.
        case active
    }

    var phase: Phase
    /// Keeps a virtual actor alive from its activation to its passivation; nil for others.
    var kept: (any ClusterActor)?
    /// The actor, for as long as anybody holds it.
    weak var actor: (any ClusterActor)?
    /// Calls not yet begun, oldest first.
    var waiting: Deque<Delivery> = []
    /// How many calls have begun and not ended.
    var running = 0
    /// Whether somebody is beginning the waiting calls.
    var isPumped = false
    /// Whether it is looked at now and then, to tell whether it is idle.
    var isLookedAt = false
    /// Counts calls and resolutions up, to tell whether there was any in between.
    var uses: UInt64 = 0
    /// Protocol time of the last use, or of the last call's end.
    var lastUse: Duration

    init(phase: Phase, actor: (any ClusterActor)? = nil, lastUse: Duration) {
        self.phase = phase
        self.actor = actor
        self.lastUse = lastUse
    }

    /// How many calls wait or run.
    var load: Int { waiting.count + running }

    /// Whether the record stands for nothing any more.
    var isGone: Bool { phase == .active && load == 0 && actor == nil }

    /// Takes in a call.
    func add(_ delivery: Delivery, now: Duration) {
        waiting.append(delivery)
        uses += 1
        lastUse = now
    }
}
