import Cluster
import Testing
import Wire

@testable import Center
@testable import ContactCenter

@Suite struct SummaryTableTests {
    private let table = SummaryTable()

    private func summary(_ site: String, epoch: Epoch = 1, _ position: UInt64) -> PartitionSummary {
        PartitionSummary(
            partition: PartitionID(site: site, number: 0), epoch: epoch, position: JournalSequence(position),
            floor: FloorSummary(floor: 3, configurationVersion: 1))
    }

    private func believed(at now: Duration, of owned: Set<String> = ["fra", "nyc"]) -> [PartitionSummary] {
        table.believed(at: now) { owned.contains($0.site) }.map(\.summary)
    }

    @Test func aSummaryOfAnEarlierStateOrAFormerOwnerIsNotTakenIn() {
        #expect(table.enter(summary("fra", epoch: 2, 10), at: .zero))
        #expect(!table.enter(summary("fra", epoch: 2, 9), at: .zero))
        #expect(!table.enter(summary("fra", epoch: 1, 11), at: .zero))
        #expect(table.enter(summary("fra", epoch: 2, 10), at: .seconds(1)))
        #expect(table.enter(summary("fra", epoch: 3, 1), at: .seconds(1)))
        #expect(believed(at: .seconds(1)) == [summary("fra", epoch: 3, 1)])
    }

    @Test func aSummaryThatNobodyRepeatsIsBelievedNoMoreAndNeitherIsOneOfNoOwner() {
        #expect(table.enter(summary("nyc", 5), at: .zero))
        #expect(table.enter(summary("fra", 5), at: .milliseconds(1_500)))
        #expect(believed(at: .milliseconds(1_999)) == [summary("fra", 5), summary("nyc", 5)])
        #expect(believed(at: .milliseconds(1_999), of: ["nyc"]) == [summary("nyc", 5)])
        #expect(believed(at: .seconds(2)) == [summary("fra", 5)])
    }

    @Test func aSummaryIsReadAsItWasWritten() throws {
        var told = summary("fra", epoch: 7, 12)
        #expect(try PartitionSummary(wireBytes: told.wireBytes()) == told)
        told = summary("nyc", 3)
        #expect(throws: WireError.self) { try PartitionSummary(wireBytes: Array(told.wireBytes().dropLast())) }
    }
}
