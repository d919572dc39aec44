import ContactCenter
import History
import Simulation
import Testing

@Suite("Schedules")
struct ScheduleTests {
    @Test("the same seed plays the same run")
    func repeatable() {
        for seed: UInt64 in 1...5 {
            let first = Schedule(seed: seed).run()
            let second = Schedule(seed: seed).run()
            #expect(first.steps == second.steps)
            #expect(first.entries == second.entries)
        }
    }

    @Test("every promise is kept under crashes, torn writes and full disks")
    func clean() async {
        let summary = await Exploration(firstSeed: 1, count: 50).run(width: 1)
        #expect(summary.failures.map(\.seed) == [])
        #expect(summary.crashes > 50)
        #expect(summary.offers > 250)
    }

    /// Several contacts that came back by one command were offered in the order in which they came back.
    @Test("of several contacts that come back at once the most urgent goes first")
    func seed3276() {
        let outcome = Schedule(seed: 3_276).run()
        #expect(outcome.isClean)
    }

    @Test("customers are called back, and some of them never reached")
    func callbacks() {
        let entries = (1...30).flatMap { Schedule(seed: $0).run().entries }
        var calls = 0
        var unreached = 0
        for entry in entries {
            switch entry.event {
            case .invoked(let invocation): if case .callback = invocation.verb { calls += 1 }
            case .contact(let seen): if seen.isReadBack, seen.endReason == .unreached { unreached += 1 }
            default: break
            }
        }
        #expect(calls > 30)
        #expect(unreached > 0)
    }

    @Test("a broken promise is found", arguments: Sabotage.ofOneNode)
    func sabotage(_ sabotage: Sabotage) async {
        var settings = ScheduleSettings()
        settings.sabotage = sabotage
        let summary = await Exploration(firstSeed: 1, count: 60, settings: settings).run(width: 1, failureBound: 1)
        #expect(!summary.failures.isEmpty)
    }
}
