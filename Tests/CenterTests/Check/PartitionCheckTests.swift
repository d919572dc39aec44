import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionCheckTests {
    @Test func aLiveStateEqualsItsReplayedJournal() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna, stream: 7)
            for _ in 0..<5 { _ = try await fixture.opened() }
            let check = try await host.check()
            #expect(check.differences == [])
            #expect(check.isEqual)
            #expect(check.start == nil)
            #expect(UInt64(check.records) == check.position.value)
            #expect(check.events > 5)
        }
    }

    @Test func commandsOnTheirWayAreCompared() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let before = await host.status().position
            fixture.journal.hold()
            async let opened = fixture.opened()
            await eventually { await host.status().waitingRecords > 0 }
            async let check = host.check()
            await eventually { await host.status().waitingOutputs > 1 }
            fixture.journal.letGo()
            _ = try await opened
            #expect(try await check.isEqual)
            #expect(try await check.position > before)
        }
    }

    @Test func aReplayBeginsWithTheOldestSnapshotAndComparesLaterOnes() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            var places: [JournalSequence] = []
            for _ in 0..<3 {
                _ = try await fixture.opened()
                let last = places.last
                await host.requestSnapshot()
                await eventually { await host.status().snapshot != last }
                places.append(try #require(await host.status().snapshot))
            }
            await eventually { fixture.store.entries.first?.sequence ?? .start > places[0] }
            let check = try await host.check()
            #expect(check.differences == [])
            #expect(check.start == places[1])
            #expect(check.snapshots == 1)
        }
    }

    @Test func voidRecordsAreCountedAndDoNoHarm() async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: .seenInEnd))
        let second = Fixture(store: fixture.store, incarnation: 2)
        try await fixture.withHost { _ async throws in try await fixture.prepare() }
        let end = try #require(fixture.store.entries.last)
        let writer = MemoryJournal(store: fixture.store)
        _ = try await writer.open()
        _ = try await writer.append(
            JournalRecord(
                partition: Fixture.partition, epoch: 9, incarnation: 99, id: 1, follows: end.sequence,
                kind: .commands, payload: []))
        try await second.withHost { host async throws in
            let check = try await host.check()
            #expect(check.isEqual)
            #expect(check.voidRecords == 1)
            #expect(check.epoch == 2)
        }
    }

    @Test func aStateThatTheJournalDoesNotTellIsNamed() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let contact = try await fixture.opened()
            let (fence, floor) = (await host.commit.fence, await host.floor)
            var other = floor
            var output = FloorOutput()
            other.handle(fixture.command(.abandon(contact)), now: fixture.clock.business.now(), into: &output)
            let check = try await host.replay.compare(with: PartitionSnapshot(fence: fence, floor: other))
            #expect(!check.isEqual)
            let account = try #require(check.differences.first { $0.contains("contact \(contact)") })
            #expect(account.contains("is ended in queue support"))
            #expect(account.contains("in the live state, queued in queue support"))
        }
    }

    @Test func aJournalThatLostItsEndIsDifferent() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            _ = try await fixture.opened()
            let (fence, floor) = (await host.commit.fence, await host.floor)
            fixture.store.loseLast(1)
            let check = try await host.replay.compare(with: PartitionSnapshot(fence: fence, floor: floor))
            let (last, place) = (fence.last.value - 1, fence.last)
            let account = "The journal ends at \(last); the live state is that behind record \(place)."
            #expect(check.differences.first == account)
        }
    }

    @Test func aSnapshotThatNoRecordNamesIsPassedOver() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            _ = try await fixture.opened()
            try await fixture.journal.store(
                Snapshot(of: Array("something else".utf8), at: await host.status().position))
            let check = try await host.check()
            #expect(check.isEqual)
            #expect(check.snapshots == 0)
        }
    }

    @Test func aSnapshotOfAnotherStateIsNamed() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            _ = try await fixture.opened()
            var fence = await host.commit.fence
            let floor = await host.floor
            let snapshot = Snapshot(of: Array("something else".utf8), at: fence.last)
            try await fixture.journal.store(snapshot)
            let record = JournalRecord(
                partition: fence.partition, epoch: fence.epoch, incarnation: host.incarnation, id: 1_000,
                follows: fence.last, kind: .snapshot, payload: snapshot.reference.wireBytes())
            _ = try await fixture.journal.append(record)
            _ = fence.admit(record)
            let check = try await host.replay.compare(with: PartitionSnapshot(fence: fence, floor: floor))
            let place = snapshot.reference.sequence
            #expect(
                check.differences == ["The snapshot at \(place) holds another state than the records up to there."])
        }
    }

    @Test func aCheckCrossesTheWire() throws {
        var check = PartitionCheck(partition: Fixture.partition, epoch: 3, position: JournalSequence(9))
        check.start = JournalSequence(4)
        check.differences = ["one"]
        check.store = JournalInspection(
            place: "stream", serverVersion: "2.15.0",
            copies: [JournalCopy(name: "n1", isCurrent: false, lag: 7, silence: .milliseconds(3))], faults: ["two"])
        #expect(try PartitionCheck(wireBytes: check.wireBytes()) == check)
    }
}
