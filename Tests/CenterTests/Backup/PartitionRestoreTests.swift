import Cluster
import ContactCenter
import Synchronization
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionRestoreTests {
    /// The journals of one partition in memory, by generation.
    private final class Shelf: Sendable {
        let first: MemoryJournalStore
        private let successors = Mutex<[Int: MemoryJournalStore]>([:])

        init(first: MemoryJournalStore) {
            self.first = first
        }

        func successor(_ generation: Int) -> MemoryJournalStore? { successors.withLock { $0[generation] } }

        var source: JournalSource { source(replacing: first) }

        /// Journals where a partition's present one is in `store`.
        func source(replacing store: MemoryJournalStore) -> JournalSource {
            JournalSource(
                present: { _ in MemoryJournal(store: store) },
                successor: { [self] _, generation, behind in
                    let store = MemoryJournalStore(overtaking: .seenInEnd, trimmed: behind)
                    successors.withLock { $0[generation] = store }
                    return MemoryJournal(store: store)
                })
        }
    }

    private static var store: MemoryJournalStore { MemoryJournalStore(overtaking: .seenInEnd) }

    @Test func aPartitionGoesOnInANewJournalAndItsOldOwnerStepsDown() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        let (backup, lost) = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let kept = try await fixture.opened()
            let backup = try PartitionBackup(file: try await host.backUp().file)
            #expect(backup.figures.live == 1)
            let lost = try await fixture.opened()
            let restoration = try await backup.restore(into: shelf.source)
            #expect(restoration.generation == 2)
            #expect(restoration.liveContacts == 1)
            #expect(restoration.position.value > restoration.sealedAt.value + 900_000)
            // The old owner finds the seal as soon as it is asked, and says nothing of its own any more.
            let error = await #expect(throws: CenterError.self) {
                try await host.read { floor, _ in floor.figures.live }
            }
            #expect(error?.code == .movedAway)
            #expect(kept != lost)
            return (backup, lost)
        }
        #expect(fixture.store.entries.last?.record.succession == Succession(generation: 2))
        let again = Fixture(store: try #require(shelf.successor(2)), incarnation: 5)
        try await again.withHost { host async throws in
            #expect(try await host.read { floor, _ in floor.figures.live } == 1)
            #expect(await host.status().epoch > backup.epoch + 1)
            // What was given out behind the backup is not given out again.
            #expect(try await again.opened() > lost)
            #expect(try await host.check().isEqual)
        }
    }

    @Test func aHostDoesNotServeAJournalThatWasSealed() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            _ = try await host.backUp().restore(into: shelf.source)
        }
        let late = Fixture(store: fixture.store, incarnation: 9)
        let error = await #expect(throws: CenterError.self) { try await late.host.run() }
        #expect(error?.code == .movedAway)
        #expect(error?.message.contains("sealed") == true)
    }

    @Test func ofTwoWhoRestoreAtTheSameTimeOneIsRefused() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        let backup = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            return try await host.backUp()
        }
        // Somebody else opened the same journal, made another generation, and was the first to seal.
        let other = MemoryJournal(store: fixture.store)
        let end = try await other.open().last
        for (kind, follows) in [(JournalRecord.Kind.takeover, end), (.sealed, end.next)] {
            _ = try await other.append(
                JournalRecord(
                    partition: Fixture.partition, epoch: backup.epoch + 1, incarnation: 7, id: follows.value,
                    follows: follows, kind: kind,
                    payload: kind == .sealed ? Succession(generation: 3).wireBytes() : []))
        }
        let length = fixture.store.entries.count
        let error = await #expect(throws: CenterError.self) { try await backup.restore(into: shelf.source) }
        #expect(error?.message.contains("goes on in journal 3") == true)
        #expect(fixture.store.entries.count == length)
    }

    @Test func noIdIsGivenOutTwiceWhicheverBackupIsPutBack() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        let (backup, first) = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let backup = try await host.backUp()
            return (backup, try await fixture.opened())
        }
        _ = try await backup.restore(into: shelf.source)
        let second = Fixture(store: try #require(shelf.successor(2)), incarnation: 2)
        let contact = try await second.withHost { _ in try await second.opened() }
        #expect(contact > first)
        _ = try await backup.restore(into: shelf.source(replacing: second.store))
        let third = Fixture(store: try #require(shelf.successor(2)), incarnation: 3)
        try await third.withHost { _ async throws in #expect(try await third.opened() > contact) }
    }

    @Test func whatStrangersWroteAtTheEndDoesNotVoidTheSeal() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        let backup = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            return try await host.backUp()
        }
        let stranger = MemoryJournal(store: fixture.store)
        let end = try await stranger.open().last
        _ = try await stranger.append(
            JournalRecord(
                partition: Fixture.partition, epoch: 0, incarnation: 0, id: 0, follows: end, kind: .commands,
                payload: []))
        _ = try await backup.restore(into: shelf.source)
        let late = Fixture(store: fixture.store, incarnation: 9)
        let error = await #expect(throws: CenterError.self) { try await late.host.run() }
        #expect(error?.message.contains("sealed") == true)
    }

    @Test func whatADeposedOwnerHadUnderWayNeitherVoidsNorHidesTheSeal() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        let backup = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            return try await host.backUp()
        }
        // Two owners behind the last record: the first of them deposed with an append under way that fits all the same.
        let journal = MemoryJournal(store: fixture.store)
        let end = try await journal.open().last
        func write(_ kind: JournalRecord.Kind, epoch: Epoch) async throws {
            _ = try await journal.append(
                JournalRecord(
                    partition: Fixture.partition, epoch: epoch, incarnation: epoch, id: 1,
                    follows: try await journal.end(), kind: kind, payload: []))
        }
        try await write(.takeover, epoch: backup.epoch + 1)
        try await write(.commands, epoch: backup.epoch)
        let restoration = try await backup.restore(into: shelf.source)
        #expect(restoration.sealedAt.value == end.value + 4)
        try await write(.commands, epoch: backup.epoch + 1)
        let late = Fixture(store: fixture.store, incarnation: 9)
        let error = await #expect(throws: CenterError.self) { try await late.host.run() }
        #expect(error?.message.contains("sealed") == true)
        // Whoever looks for the seal finds it where it was.
        #expect(try await backup.restore(into: shelf.source).sealedAt == restoration.sealedAt)
    }

    @Test func aBackupOfAnotherPartitionIsRefusedAndNothingHappens() async throws {
        let fixture = Fixture(store: Self.store)
        let shelf = Shelf(first: fixture.store)
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let backup = try await host.backUp()
            let place = CenterLayout.Place(partition: PartitionID(site: "nyc", number: 0), floorNumber: 0)
            let restore = PartitionRestore(place: place, journals: shelf.source, incarnation: 7)
            let error = await #expect(throws: CenterError.self) { try await restore.run(backup) }
            #expect(error?.message.hasPrefix("The backup is of partition fra.0 with number 0, not of nyc.0") == true)
            #expect(shelf.successor(2) == nil)
            _ = try await fixture.opened()
        }
    }

    @Test func aDamagedFileIsRefusedWhateverIsDamaged() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let file = try await host.backUp().file
            for place in stride(from: 0, to: file.count, by: 97) {
                var damaged = file
                damaged[place] ^= 1
                #expect(throws: CenterError.self) { try PartitionBackup(file: damaged) }
            }
            #expect(throws: CenterError.self) { try PartitionBackup(file: []) }
            #expect(throws: CenterError.self) { try PartitionBackup(file: Array(file.dropLast())) }
        }
    }
}
