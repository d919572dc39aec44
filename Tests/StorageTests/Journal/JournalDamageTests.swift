import Cluster
import Foundation
import JournalConformance
import Storage
import Testing

@Suite struct JournalDamageTests {
    @Test func `A damaged last record is set aside, said, and cut off`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 10)
            try directory.damage(record: 10)
            try await directory.withJournal { journal, condition in
                #expect(condition.last == JournalSequence(9))
                let damage = try #require(condition.damage)
                #expect(damage.hasPrefix("Record 10 has checksum "))
                #expect(damage.contains("expected"))
                #expect(damage.contains("it was set aside to \(directory.file).damaged-10, and the journal ends at 9."))
                try await directory.append(9..<11, to: journal)
            }
            #expect(try directory.files(with: "damaged") == ["fra.0.journal.damaged-10"])
            try await directory.withJournal { _, condition in
                #expect(condition.last == JournalSequence(11))
                #expect(condition.damage == nil)
            }
        }
    }

    @Test func `Several damaged last records are all set aside`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 10)
            for sequence in 8...10 { try directory.damage(record: sequence) }
            try await directory.withJournal { _, condition in
                #expect(condition.last == JournalSequence(7))
                #expect(condition.damage?.contains("it and 2 later records were set aside") == true)
            }
            let kept = try Data(contentsOf: URL(fileURLWithPath: directory.file + ".damaged-8"))
            #expect(kept.count > 3 * 100)
        }
    }

    @Test func `A damaged record before whole ones is an error, and nothing is cut`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 10)
            try directory.damage(record: 4)
            for _ in 0..<2 {
                let error = await journalError { _ = try await directory.journal().open() }
                #expect(error?.code == .corrupt)
                #expect(error?.message.contains("Record 4 has checksum") == true)
                #expect(error?.message.contains("record 5 behind it is whole") == true)
            }
            #expect(try directory.files(with: "damaged").isEmpty)
        }
    }

    @Test func `A missing record before whole ones is an error`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 10)
            try directory.execute("DELETE FROM record WHERE sequence = 1")
            let error = await journalError { _ = try await directory.journal().open() }
            #expect(error?.code == .corrupt)
            #expect(error?.message.contains("Record 1 is missing") == true)
        }
    }

    @Test func `A record moved to another place is found`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 3)
            try directory.execute(
                """
                UPDATE record SET (checksum, bytes) = (SELECT checksum, bytes FROM record WHERE sequence = 2)
                    WHERE sequence = 3
                """)
            try await directory.withJournal { _, condition in
                #expect(condition.last == JournalSequence(2))
                #expect(condition.damage?.contains("Record 3 holds the record of place 2") == true)
            }
        }
    }

    @Test func `A snapshot newer than the end tells of lost records`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.withJournal { journal, _ in
                try await directory.append(0..<5, to: journal)
                try await journal.store(JournalSample.snapshot(at: 5, count: 10))
            }
            try directory.execute("DELETE FROM record WHERE sequence > 3")
            try await directory.withJournal { journal, condition in
                #expect(condition.last == JournalSequence(3))
                #expect(condition.damage?.contains("records up to 5 had been confirmed and are lost") == true)
                let snapshots = try await journal.snapshots()
                #expect(snapshots.isEmpty)
            }
        }
    }

    @Test(arguments: [1, 100, 4_096, 4_119])
    func `A torn write-ahead file is said, and the journal ends at the last whole commit`(cut: Int) async throws {
        try await JournalDirectory.with { directory in
            try await JournalDirectory.with { crashed in
                try await directory.withJournal { journal, _ in
                    try await directory.append(0..<30, to: journal)
                    try directory.copyAsCrashed(to: crashed, cutting: cut)
                }
                try await crashed.withJournal { journal, condition in
                    #expect(condition.last == JournalSequence(29))
                    #expect(condition.damage?.contains("a transaction that was never finished") == true)
                    try await crashed.append(29..<31, to: journal)
                }
                #expect(try crashed.files(with: "unfinished").count == 1)
            }
        }
    }

    @Test func `A write-ahead file with a rotted last frame is said`() async throws {
        try await JournalDirectory.with { directory in
            try await JournalDirectory.with { crashed in
                try await directory.withJournal { journal, _ in
                    try await directory.append(0..<30, to: journal)
                    try directory.copyAsCrashed(to: crashed)
                }
                let log = URL(fileURLWithPath: crashed.file + "-wal")
                var bytes = try Data(contentsOf: log)
                bytes[bytes.count - 50] ^= 1
                try bytes.write(to: log)
                try await crashed.withJournal { _, condition in
                    #expect(condition.last == JournalSequence(29))
                    #expect(condition.damage?.contains("a transaction that was never finished") == true)
                }
            }
        }
    }

    @Test func `A file that is no database is corrupt`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.makeJournal(count: 3)
            try directory.overwrite(at: 0, with: Array("not a database at all".utf8))
            let error = await journalError { _ = try await directory.journal().open() }
            #expect(error?.code == .corrupt)
            #expect(error?.message.contains(directory.file) == true)
        }
    }

    @Test func `A malformed page is corrupt`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.withJournal { journal, _ in
                try await directory.append(0..<200, to: journal, count: 1_000)
            }
            let size = try Data(contentsOf: URL(fileURLWithPath: directory.file)).count
            for page in 2..<size / 4_096 {
                try directory.overwrite(at: UInt64(page * 4_096), with: [UInt8](repeating: 0xEE, count: 4_096))
            }
            let error = await journalError { _ = try await directory.journal().open() }
            #expect(error?.code == .corrupt)
        }
    }
}
