import Simulation
import Testing

@Suite("Floors that share their agents")
struct ReservationPlayTests {
    @Test("the same seed plays the same run")
    func repeatable() {
        for seed: UInt64 in 1...3 {
            let first = ReservationPlay(seed: seed).run()
            let second = ReservationPlay(seed: seed).run()
            #expect(first.checksum == second.checksum)
            #expect(first.messages == second.messages)
        }
    }

    @Test("keep every promise while letters are lost, doubled, late and out of order, and owners die")
    func clean() {
        var (crossings, crashes) = (0, 0)
        for seed: UInt64 in 1...40 {
            let outcome = ReservationPlay(seed: seed).run()
            #expect(outcome.problems == [], "seed \(seed)")
            crossings += outcome.crossings
            crashes += outcome.crashes
        }
        #expect(crossings > 400)
        #expect(crashes > 100)
    }

    @Test("a broken rule is found", arguments: ReservationSabotage.allCases)
    func sabotage(_ sabotage: ReservationSabotage) {
        var settings = ReservationSettings()
        settings.sabotage = sabotage
        let isFound = (1...40).contains { !ReservationPlay(seed: UInt64($0), settings: settings).run().isClean }
        #expect(isFound)
    }
}
