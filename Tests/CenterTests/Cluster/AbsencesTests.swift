import Cluster
import Testing

@testable import Center

struct AbsencesTests {
    private static let partition = PartitionID(site: "fra", number: 0)

    @Test func anAbsenceIsLongOnceATakeoverWouldHaveEndedIt() {
        var absences = Absences()
        #expect(!absences.isLong(of: Self.partition, now: .seconds(99)))
        absences.look(at: [Self.partition], now: .seconds(1)) { _ in false }
        absences.look(at: [Self.partition], now: .seconds(2)) { _ in false }
        #expect(!absences.isLong(of: Self.partition, now: .seconds(1) + Absences.tolerated))
        #expect(absences.isLong(of: Self.partition, now: .seconds(1) + Absences.tolerated + .nanoseconds(1)))
    }

    @Test func anOwnerEndsAnAbsence() {
        var absences = Absences()
        absences.look(at: [Self.partition], now: .zero) { _ in false }
        absences.look(at: [Self.partition], now: .seconds(5)) { _ in true }
        #expect(!absences.isLong(of: Self.partition, now: .seconds(5)))
        absences.look(at: [Self.partition], now: .seconds(6)) { _ in false }
        #expect(!absences.isLong(of: Self.partition, now: .seconds(8)))
    }
}
