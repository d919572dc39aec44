import Simulation
import Testing

@Suite("Schedules of whole clusters")
struct ClusterScheduleTests {
    @Test("the same seed plays the same run")
    func repeatable() {
        let first = ClusterSchedule(seed: 1).run()
        let second = ClusterSchedule(seed: 1).run()
        #expect(first.steps == second.steps)
        #expect(first.entries == second.entries)
    }

    @Test("every promise is kept under kills, pauses, cut links, drains and clocks that are off")
    func clean() async {
        let summary = await Exploration(firstSeed: 1, count: 3, cluster: ClusterScheduleSettings()).run(width: 1)
        #expect(summary.failures.map(\.seed) == [])
        #expect(summary.crashes > 3)
        #expect(summary.offers > 30)
        #expect(summary.offersElsewhere > 5)
    }

    @Test("what a deposed owner had under way behind a refused append lands, and is passed over by its epoch")
    func severalAppendsInFlight() async {
        var settings = ClusterScheduleSettings()
        settings.appendsInFlight = 4
        var passedOver = 0
        for seed in UInt64(1)...40 where passedOver == 0 {
            let summary = await Exploration(firstSeed: seed, count: 1, cluster: settings).run(width: 1)
            #expect(summary.failures.map(\.seed) == [])
            passedOver = summary.voidRecords
        }
        #expect(passedOver > 0)
    }

    @Test("readers who do not look at epochs take it in, and what it rests on is missing")
    func blindReadersOfSeveralAppendsInFlight() async {
        var settings = ClusterScheduleSettings()
        settings.appendsInFlight = 4
        settings.sabotage = .blindReaders
        settings.stepBound = 1_500_000
        let summary = await Exploration(firstSeed: 2, count: 20, cluster: settings).run(width: 1, failureBound: 1)
        #expect(!summary.failures.isEmpty)
    }

    @Test("with one append under way at a time, the sequence that it names is enough")
    func blindReaders() async {
        var settings = ClusterScheduleSettings()
        settings.sabotage = .blindReaders
        let summary = await Exploration(firstSeed: 1, count: 3, cluster: settings).run(width: 1)
        #expect(summary.failures.map(\.seed) == [])
    }

    @Test(
        "what is broken on purpose is found: fences, letters that get lost, agents who are freed too early",
        arguments: [Sabotage.brokenFence, .noFences, .lostLetter, .freedGuest])
    func isFound(sabotage: Sabotage) async {
        var settings = ClusterScheduleSettings()
        settings.sabotage = sabotage
        let exploration = Exploration(firstSeed: 1, count: 40, cluster: settings)
        let summary = await exploration.run(width: 1, failureBound: 1)
        #expect(!summary.failures.isEmpty)
    }
}
