import Cluster
import Foundation
import GRDB
import JournalConformance
import Testing
import Wire

@testable import Storage

@Suite struct SQLiteJournalTests {
    @Test(arguments: JournalExpectation.exclusive) func conforms(_ expectation: JournalExpectation) async throws {
        try await JournalDirectory.with { directory in
            try await expectation.verify(
                JournalFixture(
                    makeJournal: { directory.journal() },
                    damageSnapshot: { reference in
                        try directory.execute(
                            """
                            UPDATE chunk SET bytes = CAST(substr(bytes, 2) || x'5A' AS BLOB) WHERE snapshot =
                                (SELECT id FROM snapshot WHERE sequence = \(reference.sequence.value))
                            """)
                    }))
        }
    }

    @Test func `Commits are synced, the file is held alone, and no index file is needed`() async throws {
        try await JournalDirectory.with { directory in
            let database = try JournalDatabase(path: directory.file)
            try database.commit([StoredRecord(JournalSample.record(follows: 0), at: JournalSequence(1))])
            let pragmas = try await database.queue.writeWithoutTransaction { database in
                try ["synchronous", "journal_mode", "locking_mode", "auto_vacuum"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
                }
            }
            #expect(pragmas == ["2", "wal", "exclusive", "2"])
            #expect(try directory.files(with: "-shm").isEmpty)
            try database.close()
        }
    }

    @Test func `A missing chunk makes a snapshot corrupt, and says which`() async throws {
        try await JournalDirectory.with { directory in
            let snapshot = JournalSample.snapshot(at: 1, count: 3 * Snapshot.chunkBound)
            try await directory.withJournal { journal, _ in
                try await directory.append(0..<1, to: journal)
                try await journal.store(snapshot)
            }
            try directory.execute("DELETE FROM chunk WHERE number = 1")
            try await directory.withJournal { journal, _ in
                let error = await journalError { _ = try await journal.snapshot(snapshot.reference) }
                #expect(error?.code == .corrupt)
                #expect(error?.message.contains("Chunk 2 of 3") == true)
            }
        }
    }

    @Test func `A snapshot that was half stored is not listed and its chunks are removed`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 2)
            let database = try JournalDatabase(path: directory.file)
            let number = try database.beginSnapshot(JournalSample.snapshot(at: 1, count: 10).reference)
            try database.storeChunk([1, 2, 3], number: 0, of: number)
            try database.close()
            try await directory.withJournal { journal, condition in
                let snapshots = try await journal.snapshots()
                #expect(snapshots.isEmpty)
                #expect(condition.damage == nil)
            }
            let queue = try DatabaseQueue(path: directory.file)
            #expect(try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chunk") } == 0)
            try queue.close()
        }
    }

    @Test func `A journal goes on in the file that its sealing record names`() async throws {
        try await JournalDirectory.with { directory in
            let path = SQLiteJournal.path(directory.file, generation: 2)
            #expect(path == directory.path + "/fra.0-2.journal")
            try await directory.withJournal { _, condition in #expect(condition.generation == 1) }
            var options = SQLiteJournalOptions()
            options.beginsBehind = JournalSequence(1_000)
            let successor = SQLiteJournal(partition: JournalSample.partition, path: path, options: options)
            #expect(try await successor.open().last == JournalSequence(1_000))
            _ = try await successor.append(JournalSample.record(follows: 1_000))
            await successor.close()
            let taken = await journalError {
                _ = try await SQLiteJournal(partition: JournalSample.partition, path: path, options: options).open()
            }
            #expect(taken?.code == .conflict)
            try await directory.withJournal { journal, condition in
                #expect(condition.generation == 1)
                try await directory.append(0..<2, to: journal)
                _ = try await journal.append(
                    JournalRecord(
                        partition: JournalSample.partition, epoch: 1, incarnation: 1, id: 9,
                        follows: JournalSequence(2),
                        kind: .sealed, payload: Succession(generation: 2).wireBytes()))
            }
            try await directory.withJournal { journal, condition in
                #expect(condition.generation == 2)
                #expect(condition.last == JournalSequence(1_001))
                #expect(journal.path == path)
            }
            let first = URL(filePath: directory.file)
            let aside = first.appendingPathExtension("aside")
            try FileManager.default.moveItem(at: first, to: aside)
            let missing = await journalError { try await directory.withJournal { _, _ in } }
            #expect(
                missing?.message.hasPrefix("There is no journal \(directory.file), though there is \(path)") == true)
            try FileManager.default.moveItem(at: aside, to: first)
            try FileManager.default.removeItem(atPath: path)
            let lost = await journalError { try await directory.withJournal { _, _ in } }
            #expect(lost?.message.contains("goes on in \(path), which is not there") == true)
        }
    }

    @Test func `A file whose structure is damaged is told, and how`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 3)
            // The count of free pages, in the file's header: there is none.
            try directory.overwrite(at: 36, with: [0, 0, 0, 9])
            try await directory.withJournal { journal, _ in
                let inspection = try await journal.inspect()
                #expect(inspection.place == "file \(directory.file)")
                #expect(inspection.faults.first?.hasPrefix("SQLite finds the file \(directory.file) damaged: ") == true)
            }
        }
    }

    @Test func `A crash between commits loses nothing`() async throws {
        try await JournalDirectory.with { directory in
            try await JournalDirectory.with { crashed in
                try await directory.withJournal { journal, _ in
                    try await directory.append(0..<30, to: journal)
                    try directory.copyAsCrashed(to: crashed)
                }
                try await crashed.withJournal { journal, condition in
                    #expect(condition.last == JournalSequence(30))
                    #expect(condition.damage == nil)
                    let entries = try await journal.read(after: .start, upTo: 100_000)
                    #expect(entries.count == 30)
                }
            }
        }
    }

    @Test func `Trimming keeps the file from growing`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.withJournal { journal, _ in
                for round: UInt64 in 0..<10 {
                    try await directory.append(round * 20..<(round + 1) * 20, to: journal, count: 40_000)
                    try await journal.trim(through: JournalSequence((round + 1) * 20 - 5))
                }
            }
            let size = try FileManager.default.attributesOfItem(atPath: directory.file)[.size] as? Int
            #expect((size ?? .max) < 3_000_000, "8 MB were written, 0.2 MB are kept")
        }
    }

    @Test func `Another partition's file is refused`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 1)
            let other = SQLiteJournal(partition: PartitionID(site: "nyc", number: 1), path: directory.file)
            let error = await journalError { _ = try await other.open() }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("fra.0") == true)
        }
    }

    @Test func `A missing directory is unavailable`() async {
        let journal = SQLiteJournal(partition: JournalSample.partition, path: "/nowhere/at/all.journal")
        let error = await journalError { _ = try await journal.open() }
        #expect(error?.code == .unavailable)
    }
}
