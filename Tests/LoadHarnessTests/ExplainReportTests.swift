import GatewayAPI
import Testing

@testable import LoadHarness

@Suite struct ExplainReportTests {
    private static let live = ContactExplanation(
        contact: "c0-1", at: DateTime(microseconds: 1_700_000_000_000_000), state: .queued, queue: "support",
        requirement: nil, ahead: 0, waitsFor: "any agent", next: [], agents: [], summary: "It waits.",
        obstacles: ["offline": 3])

    @Test func sameAnswersAreNoDifference() {
        var report = ExplainReport()
        report.add(Self.live, replayed: Self.live)
        #expect(report.count == 1)
        #expect(report.differences.isEmpty)
        #expect(report.text.contains("no difference (1 queued)"))
        #expect(report.text.contains("offline 1"))
    }

    @Test func whatDiffersIsNamed() {
        var other = Self.live
        other.obstacles["offline"] = 2
        var report = ExplainReport()
        report.add(Self.live, replayed: other)
        report.add(Self.live, replayed: nil)
        #expect(report.differences.count == 2)
        #expect(report.text.contains("obstacles is"))
        #expect(report.text.contains("the journal does not know it"))
    }
}
