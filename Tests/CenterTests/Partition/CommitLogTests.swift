import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite struct CommitLogTests {
    private let fence = Fence(partition: PartitionID(site: "fra", number: 0))

    private func makeLog(inFlight: Int = 1) -> CommitLog {
        var limits = PartitionLimits()
        limits.appendsInFlight = inFlight
        limits.recordCommands = 3
        return CommitLog(fence: fence, incarnation: 7, limits: limits)
    }

    private func command(_ number: UInt64) -> CommandID { CommandID(high: 0x7000, low: 1 << 63 | number) }
    private var event: Event { Event(at: Timestamp(microseconds: 1), .turnedAway("support")) }

    private func receipt(for record: JournalRecord) -> JournalReceipt {
        JournalReceipt(sequence: record.follows.next, room: .plenty)
    }

    private func next(_ log: inout CommitLog) -> JournalRecord? { log.takeRecord(now: .zero) }

    private func take(_ log: inout CommitLog) throws -> JournalRecord {
        let record = log.takeRecord(now: .zero)
        return try #require(record)
    }

    private func confirmAll(_ log: inout CommitLog) {
        while let record = log.takeRecord(now: .zero) { log.received(receipt(for: record), for: record, now: .zero) }
    }

    @Test func beginsWithTheTakeover() throws {
        var log = makeLog()
        let record = try take(&log)
        #expect(record.kind == .takeover)
        #expect(record.epoch == 1)
        #expect(record.follows == .start)
        #expect(next(&log) == nil)
    }

    @Test func gathersCommandsWhileAnAppendIsUnderWay() throws {
        var log = makeLog()
        confirmAll(&log)
        log.add(command(1), [event])
        let first = try take(&log)
        log.add(command(2), [event])
        log.add(command(3), [event])
        #expect(next(&log) == nil)
        log.received(receipt(for: first), for: first, now: .zero)
        let second = try take(&log)
        var ids: [CommandID] = []
        try RecordBatch.forEachCommand(in: second.payload) { id, events in
            ids.append(id)
            #expect(events == [event])
        }
        #expect(ids == [command(2), command(3)])
    }

    @Test func closesABatchThatIsFull() {
        var log = makeLog()
        confirmAll(&log)
        for number in 1...4 { log.add(command(UInt64(number)), [event]) }
        #expect(log.waitingRecords == 2)
        #expect(log.position == JournalSequence(3))
        confirmAll(&log)
        #expect(log.confirmed == JournalSequence(3))
        #expect(log.waitingBytes == 0)
    }

    @Test func commandsWithoutEventsNeedNoRecord() {
        var log = makeLog()
        confirmAll(&log)
        log.add(command(1), [])
        #expect(log.position == log.confirmed)
    }

    @Test func confirmsOnlyWithoutAGap() throws {
        var log = makeLog(inFlight: 2)
        confirmAll(&log)
        log.add(command(1), [event])
        let first = try take(&log)
        log.add(command(2), [event])
        let second = try take(&log)
        #expect(second.follows == first.follows.next)
        log.received(receipt(for: second), for: second, now: .zero)
        #expect(log.confirmed == first.follows)
        log.received(receipt(for: first), for: first, now: .zero)
        #expect(log.confirmed == second.follows.next)
    }

    @Test func sendsTheSameRecordAgainWhenThereWasNoRoom() throws {
        var log = makeLog()
        confirmAll(&log)
        log.add(command(1), [event])
        let first = try take(&log)
        log.received(JournalError(.full, "no room"), for: first)
        #expect(log.repair == .retry)
        #expect(next(&log) == nil)
        log.resend()
        #expect(next(&log) == first)
    }

    @Test func takesARecordFoundInTheTailAsDurable() throws {
        var log = makeLog(inFlight: 2)
        confirmAll(&log)
        log.add(command(1), [event])
        let first = try take(&log)
        log.add(command(2), [event])
        let second = try take(&log)
        log.received(JournalError(.unknown, "who knows"), for: first)
        #expect(log.repair == nil, "the second append still owes its answer")
        log.received(JournalError(.unknown, "who knows"), for: second)
        #expect(log.repair == .readTail)
        let resolution = log.resolve([JournalEntry(sequence: first.follows.next, record: first)])
        #expect(resolution == .resumed)
        log.resend()
        #expect(log.confirmed == first.follows.next)
        #expect(next(&log) == second)
    }

    @Test func stepsDownWhenTheTailIsSomebodyElses() throws {
        var log = makeLog()
        confirmAll(&log)
        log.add(command(1), [event])
        let record = try take(&log)
        log.received(JournalError(.conflict, "taken"), for: record)
        let other = JournalRecord(
            partition: record.partition, epoch: 2, incarnation: 8, id: 1, follows: record.follows, kind: .takeover,
            payload: [])
        let resolution = log.resolve([JournalEntry(sequence: other.follows.next, record: other)])
        #expect(resolution == .steppedDown)
    }
}
