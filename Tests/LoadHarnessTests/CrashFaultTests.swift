import LoadHarness
import Testing

@Suite struct CrashFaultTests {
    @Test func everyFaultOfAClusterIsPlayedUnlessOthersAreNamed() {
        #expect(Set(CrashFault.all).union([.nodeKilled]) == Set(CrashFault.allCases))
        #expect(
            CrashFault.Setting.allCases.flatMap { setting in CrashFault.all.filter { $0.setting == setting } }.count
                == CrashFault.all.count)
    }

    @Test func figuresSayTheMedianTheMostAndWhatDiffers() {
        let rounds = [1.0, 3, 2].map { FaultFigures.Round(awaySeconds: $0) }
        let figures = FaultFigures(fault: .ownerKilled, rounds: rounds, differences: ["a queue is gone"])
        #expect(figures.text.contains("owner-killed: 3 rounds"))
        #expect(figures.text.contains("2.00 s (median), 3.00 s (most)"))
        #expect(figures.text.contains("differs: a queue is gone"))
        #expect(!figures.text.contains("missing"))
    }

    @Test func whereAnOwnerWasMissedTheTimeUntilThenIsToldApart() {
        let rounds = [1.5, 2.0, 3.0].map { FaultFigures.Round(awaySeconds: $0, detectionSeconds: 1.0) }
        let figures = FaultFigures(fault: .ownerKilled, rounds: rounds, differences: [])
        #expect(figures.text.contains("missing after 1.00 s (median), 1.00 s (most)"))
        #expect(figures.text.contains("taken over 1.00 s (median), 2.00 s (most) after that"))
    }
}
