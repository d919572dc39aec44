import ContactCenter
import Wire

/// Floors that share their agents, played by one seed: letters are lost, doubled, late and out of order, owners die,
/// agents and customers come, go and change their minds. Afterwards the faults end, and what must hold at rest is looked
/// at.
///
/// No threads, no clock: values alone, so thousands of plays take seconds.
public struct ReservationPlay: Sendable {
    private let seed: UInt64
    private let settings: ReservationSettings

    public init(seed: UInt64, settings: ReservationSettings = ReservationSettings()) {
        self.seed = seed
        self.settings = settings
    }

    /// Plays to the end, or to the first thing that is wrong.
    public func run() -> ReservationOutcome {
        var world = ReservationWorld(seed: seed, settings: settings)
        world.openShifts()
        for step in 0..<settings.steps {
            world.pass(microseconds: world.random.below(60_000))
            world.act()
            if world.random.chance(settings.crashes) { world.crash(world.random.below(world.owners.count)) }
            if step % 4 == 0 { world.check(all: step % 32 == 0) }
            if !world.outcome.isClean { return world.finish() }
        }
        world.settings.loss = 0
        world.settings.duplication = 0
        rest(&world)
        return world.finish()
    }

    /// Without faults: everybody comes to work, and takes what is offered; then everything is finished.
    private func rest(_ world: inout ReservationWorld) {
        world.openShifts()
        for _ in 0..<250 where world.outcome.isClean {
            world.pass(microseconds: 100_000)
            world.acceptAll()
        }
        world.check(all: true)
        world.checkNobodyWaitsInVain()
        for _ in 0..<1_500 where world.outcome.isClean {
            world.pass(microseconds: 100_000)
            world.endUnservable()
            world.answerCalls()
            world.acceptAll()
            world.finishAll()
            if world.isDone { break }
        }
        for _ in 0..<30 where world.outcome.isClean { world.pass(microseconds: 100_000) }
        world.check(all: true)
        world.checkNothingIsLeft()
        world.checkObjections()
    }
}

extension ReservationWorld {
    /// What the play came to.
    mutating func finish() -> ReservationOutcome {
        outcome.contacts = opened.count
        var writer = WireWriter()
        for owner in owners {
            for event in owner.events { event.write(to: &writer) }
        }
        outcome.checksum = Checksum.of(writer.bytes)
        return outcome
    }
}
