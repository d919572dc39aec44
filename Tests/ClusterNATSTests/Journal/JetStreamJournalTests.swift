import Cluster
import JournalConformance
import NATSServerProcess
import Testing
import Wire

@testable import ClusterNATS

@Suite(.server, .timeLimit(.minutes(2))) struct JetStreamJournalTests {
    private let place: JetStreamPlace

    init() throws {
        place = JetStreamPlace(url: try #require(ServerScope.server).url)
    }

    @Test(arguments: JournalExpectation.shared) func conforms(_ expectation: JournalExpectation) async throws {
        try await expectation.verify(
            JournalFixture(
                makeJournal: { try await place.makeJournal() }, damageSnapshot: { try await place.damage($0) }))
    }

    @Test func `A new journal has plenty of room`() async throws {
        try await place.withJournal { journal, condition in
            #expect(condition.room == .plenty)
            #expect(journal.overtaking == .seenInEnd)
        }
    }

    @Test func `A full stream refuses, says so before, and takes records again behind a trim`() async throws {
        let place = JetStreamPlace(place.servers) { $0.journalBytes = 1_048_576 }
        try await place.withJournal { journal, _ in
            var rooms: [JournalRoom] = []
            var refusal: JournalError?
            while refusal == nil {
                let record = JournalSample.record(follows: UInt64(rooms.count), count: 60_000)
                refusal = await journalError { rooms.append(try await journal.append(record).room) }
            }
            #expect(refusal?.code == .full)
            #expect(refusal?.message.contains("maximum bytes") == true)
            #expect(rooms.first == .plenty)
            #expect(rooms.last == .low)
            let end = JournalSequence(UInt64(rooms.count))
            #expect(try await journal.end() == end)
            try await journal.trim(through: end)
            let receipt = try await journal.append(JournalSample.record(follows: end.value))
            #expect(receipt.sequence == end.next)
            #expect(receipt.room == .plenty)
        }
    }

    @Test func `What somebody wrote to the stream who is no owner has no effect`() async throws {
        try await place.withJournal { journal, _ in
            let record = JournalSample.record(follows: 0)
            _ = try await journal.append(record)
            _ = try await place.withAPI { api in
                try await api.publish(
                    [1, 2, 3], to: place.names.recordSubject, of: journal.stream, patience: .seconds(5))
            }
            let entries = try await journal.read(after: .start, upTo: 1_000)
            #expect(entries.map(\.sequence) == [JournalSequence(1), JournalSequence(2)])
            #expect(entries.first?.record == record)
            var fence = Fence(partition: JournalSample.partition)
            let verdicts = entries.map { fence.admit($0.record) }
            #expect(verdicts.last == .void(.notOwner))
        }
    }

    @Test func `A record that stands in another place than it was written for is corrupt`() async throws {
        try await place.withJournal { journal, _ in
            _ = try await journal.append(JournalSample.record(follows: 0))
            let foreign = StoredRecord(JournalSample.record(follows: 7), at: JournalSequence(8)).message
            _ = try await place.withAPI { api in
                try await api.publish(
                    foreign, to: place.names.recordSubject, of: journal.stream, behind: 1, patience: .seconds(5))
            }
            let error = await journalError { _ = try await journal.read(after: JournalSequence(1), upTo: 1_000) }
            #expect(error?.code == .corrupt)
            #expect(error?.message.contains("holds the record of place 8") == true)
        }
    }

    @Test func `A missing chunk makes a snapshot corrupt, and says which`() async throws {
        let snapshot = JournalSample.snapshot(at: 1, count: 3 * Snapshot.chunkBound)
        try await place.withJournal { journal, _ in
            _ = try await journal.append(JournalSample.record(follows: 0))
            try await journal.store(snapshot)
            try await place.withAPI { api in
                try await api.purge(
                    place.names.snapshots, filter: "\(place.names.subject(of: snapshot.reference)).1")
            }
            let error = await journalError { _ = try await journal.snapshot(snapshot.reference) }
            #expect(error?.code == .corrupt)
            #expect(error?.message.contains("Chunk 2 of 3") == true)
        }
    }

    @Test func `A snapshot that was half stored is not listed and goes with the next trim`() async throws {
        let snapshot = JournalSample.snapshot(at: 1, count: 10)
        try await place.withJournal { journal, _ in
            for follows: UInt64 in 0..<3 { _ = try await journal.append(JournalSample.record(follows: follows)) }
            try await place.withAPI { api in
                _ = try await api.publish(
                    [1, 2, 3], to: "\(place.names.subject(of: snapshot.reference)).0", of: place.names.snapshots,
                    patience: .seconds(5))
                #expect(try await journal.snapshots().isEmpty)
                try await journal.trim(through: JournalSequence(2))
                #expect(try await api.info(place.names.snapshots).state.bytes == 0)
            }
        }
    }

    @Test func `A snapshot newer than the end says that records were lost`() async throws {
        try await place.withJournal { journal, _ in
            _ = try await journal.append(JournalSample.record(follows: 0))
            try await journal.store(JournalSample.snapshot(at: 3, count: 10))
        }
        try await place.withJournal { _, condition in
            #expect(condition.damage?.contains("records up to 3 had been confirmed and are lost") == true)
        }
    }

    @Test func `A stream that lets go of messages by itself is refused`() async throws {
        try await place.withAPI { api in
            var configuration = StreamConfiguration(
                name: place.names.records, subject: place.names.recordSubject, replicas: 1, maximumBytes: 1_048_576,
                deniesDelete: false,
                description: "Sundial: journal 1 of partition fra.0 in cluster \(place.options.cluster)")
            configuration.maximumAge = 3_600_000_000_000
            _ = try await api.create(configuration)
        }
        let error = await journalError { _ = try await place.makeJournal().open() }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("lets go of messages by itself") == true)
    }

    @Test func `Another generation is another journal`() async throws {
        try await place.withJournal { journal, _ in
            _ = try await journal.append(JournalSample.record(follows: 0))
            let next = try await place.makeJournal { $0.generation = 2 }
            #expect(try await next.open().last == .start)
            await next.close()
        }
    }

    /// What the expected sequence alone does not refuse, the reducer voids. A stale owner with two appends under way
    /// has the second accepted, for the takeover stands at the very place that it was to follow.
    @Test func `A stale owner's second append slips in behind a takeover, and counts for nothing`() async throws {
        try await place.withJournal { stale, _ in
            try await place.withJournal { owner, _ in
                _ = try await stale.append(JournalSample.record(follows: 0, count: 0, kind: .takeover))
                let takeover = JournalSample.record(follows: 1, count: 0, kind: .takeover, epoch: 2, incarnation: 8)
                _ = try await owner.append(takeover)
                let first = await journalError { _ = try await stale.append(JournalSample.record(follows: 1)) }
                #expect(first?.code == .conflict)
                let second = try await stale.append(JournalSample.record(follows: 2))
                #expect(second.sequence == JournalSequence(3))
                var fence = Fence(partition: JournalSample.partition)
                let verdicts = try await owner.read(after: .start, upTo: 100_000).map { fence.admit($0.record) }
                #expect(verdicts == [.takesOver, .takesOver, .void(.notOwner)])
            }
        }
    }

    @Test func `A journal goes on in the stream that its sealing record names`() async throws {
        try await place.withJournal { _, condition in #expect(condition.generation == 1) }
        let successor = try await place.makeJournal {
            $0.generation = 2
            $0.beginsBehind = JournalSequence(1_000)
        }
        #expect(try await successor.open().last == JournalSequence(1_000))
        _ = try await successor.append(JournalSample.record(follows: 1_000))
        await successor.close()
        let taken = try await place.makeJournal {
            $0.generation = 2
            $0.beginsBehind = JournalSequence(1_000)
        }
        #expect(await journalError { _ = try await taken.open() }?.code == .conflict)
        try await place.withJournal { journal, condition in
            #expect(condition.generation == 1)
            _ = try await journal.append(JournalSample.record(follows: 0))
            _ = try await journal.append(
                JournalRecord(
                    partition: JournalSample.partition, epoch: 1, incarnation: 1, id: 9, follows: JournalSequence(1),
                    kind: .sealed, payload: Succession(generation: 2).wireBytes()))
            // What an owner had under way may still fit behind the seal, and changes nothing.
            for follows in 2..<UInt64(Succession.reach) {
                _ = try await journal.append(JournalSample.record(follows: follows))
            }
        }
        // Nor does what strangers write there.
        try await place.withAPI { api in
            _ = try await api.publish(
                [1, 2, 3], to: place.names.recordSubject, of: place.names.records, patience: .seconds(5))
        }
        try await place.withJournal { journal, condition in
            #expect(condition.generation == 2)
            #expect(condition.trimmed == JournalSequence(1_000))
            #expect(condition.last == JournalSequence(1_001))
            _ = try await journal.append(JournalSample.record(follows: 1_001))
        }
    }

    @Test func `No journal is begun anew in the place of one that others name or that names others`() async throws {
        try await place.withJournal { journal, _ in
            _ = try await journal.append(JournalSample.record(follows: 0))
            _ = try await journal.append(
                JournalRecord(
                    partition: JournalSample.partition, epoch: 1, incarnation: 1, id: 9, follows: JournalSequence(1),
                    kind: .sealed, payload: Succession(generation: 2).wireBytes()))
        }
        let lost = await journalError { try await place.withJournal { _, _ in } }
        #expect(lost?.code == .unavailable)
        #expect(lost?.message.contains("which is not there") == true)
        var other = place
        other.options.cluster += "-other"
        let successor = try await other.makeJournal {
            $0.generation = 2
            $0.beginsBehind = JournalSequence(1_000)
        }
        _ = try await successor.open()
        await successor.close()
        let first = await journalError { try await other.withJournal { _, _ in } }
        #expect(first?.code == .unavailable)
        #expect(first?.message.contains("it was deleted") == true)
    }
}
