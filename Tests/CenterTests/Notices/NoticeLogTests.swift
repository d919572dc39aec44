import Cluster
import ContactCenter
import Testing

@testable import Center

@Suite struct NoticeLogTests {
    private func position(_ sequence: UInt64, _ number: UInt64) -> NoticePosition {
        NoticePosition(sequence: JournalSequence(sequence), number: number)
    }

    private func makeLog(capacity: Int, sequences: ClosedRange<UInt64>) -> NoticeLog {
        var log = NoticeLog(capacity: capacity, after: .start)
        for sequence in sequences {
            let agent: AgentID = sequence.isMultiple(of: 2) ? "even" : "odd"
            log.append(Directive(.agent(agent), .configured(version: Int(sequence))), at: position(sequence, 1))
            log.append(Directive(.supervisors, .configured(version: Int(sequence))), at: position(sequence, 2))
        }
        return log
    }

    @Test func resumesBehindAPosition() {
        let log = makeLog(capacity: 100, sequences: 1...6)
        let missed = log.notices(for: .agent("even"), after: position(2, 1), through: JournalSequence(6))
        #expect(missed?.map(\.position) == [position(4, 1), position(6, 1)])
        let all = log.notices(for: .supervisors, after: position(4, 2), through: JournalSequence(6))
        #expect(all?.map(\.position) == [position(5, 2), position(6, 2)])
    }

    @Test func knowsThatSomethingWasDropped() {
        let log = makeLog(capacity: 4, sequences: 1...6)
        #expect(log.notices(for: .agent("odd"), after: position(1, 1), through: JournalSequence(6)) == nil)
        let missed = log.notices(for: .agent("odd"), after: position(4, 2), through: JournalSequence(6))
        #expect(missed?.map(\.position) == [position(5, 1)])
    }

    @Test func refusesAPositionThatIsNotDurable() {
        let log = makeLog(capacity: 4, sequences: 1...2)
        #expect(log.notices(for: .agent("odd"), after: position(9, 1), through: JournalSequence(2)) == nil)
    }

    @Test func positionsAreReadBack() {
        #expect(NoticePosition("1234-5") == position(1234, 5))
        #expect(position(1234, 5).description == "1234-5")
        #expect(NoticePosition("1234") == nil)
        #expect(NoticePosition("a-5") == nil)
        #expect(NoticePosition("1-2-3") == nil)
    }
}
