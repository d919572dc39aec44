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
        let figures = FaultFigures(fault: .ownerKilled, awaySeconds: [1, 3, 2], differences: ["a queue is gone"])
        #expect(figures.text.contains("owner-killed: 3 rounds"))
        #expect(figures.text.contains("2.00 s (median), 3.00 s (most)"))
        #expect(figures.text.contains("differs: a queue is gone"))
    }
}
