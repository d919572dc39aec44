import Cluster
import Foundation
import JournalConformance
import Storage
import Testing

/// On a small file system of its own, which only root may mount.
@Suite(.enabled(if: geteuid() == 0, "A full disk needs a file system of its own, and root to mount it."))
struct FullDiskTests {
    /// Runs `body` in a directory on a new file system of 3 MiB, and unmounts it.
    private func withSmallDisk(_ body: (JournalDirectory) async throws -> Void) async throws {
        try await JournalDirectory.with { directory in
            guard try run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", directory.path) == 0 else {
                withKnownIssue("Mounting a file system is not permitted here: behaviour on a full disk is not shown.") {
                    Issue.record("mount failed")
                }
                return
            }
            do {
                try await body(directory)
                #expect(try run("umount", directory.path) == 0)
            } catch {
                _ = try run("umount", directory.path)
                throw error
            }
        }
    }

    private func run(_ arguments: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Appends until the disk is full.
    ///
    /// - Returns: How many records the journal has then.
    private func fill(_ journal: SQLiteJournal, from first: UInt64, count: Int) async throws -> UInt64 {
        for follows in first..<first + 10_000 {
            do {
                let receipt = try await journal.append(JournalSample.record(follows: follows, count: count))
                #expect(receipt.room == .low)
            } catch {
                #expect(error.code == .full)
                #expect(error.message.contains("Make room"))
                return follows
            }
        }
        throw DiskNeverFull()
    }

    private struct DiskNeverFull: Error {}

    @Test(arguments: [200, 3_000, 60_000])
    func `A full disk refuses an append, keeps what it has, and goes on when there is room`(
        count: Int
    ) async throws {
        try await withSmallDisk { directory in
            let ballast = directory.path + "/ballast"
            try Data(count: 1_500_000).write(to: URL(fileURLWithPath: ballast))
            try await directory.withJournal { journal, _ in
                let last = try await fill(journal, from: 0, count: count)
                #expect(last > 3)
                let again = await journalError {
                    try await directory.append(last..<last + 1, to: journal, count: count)
                }
                #expect(again?.code == .full)
                #expect(try await all(of: journal).count == Int(last))

                try FileManager.default.removeItem(atPath: ballast)
                try await directory.append(last..<last + 3, to: journal, count: count)
                let entries = try await all(of: journal)
                #expect(entries.map(\.sequence.value) == Array(1...last + 3))
            }
        }
    }

    @Test func `What was confirmed is there when a journal on a full disk is opened again`() async throws {
        try await withSmallDisk { directory in
            let last = try await directory.withJournal { journal, _ in
                try await fill(journal, from: 0, count: 10_000)
            }
            try await directory.withJournal { journal, condition in
                #expect(condition.last.value == last)
                let entries = try await all(of: journal)
                #expect(entries.count == Int(last))
            }
        }
    }

    @Test func `A snapshot that does not fit leaves nothing behind, and appends go on`() async throws {
        try await withSmallDisk { directory in
            try await directory.withJournal { journal, _ in
                try await directory.append(0..<5, to: journal)
                let error = await journalError {
                    try await journal.store(JournalSample.snapshot(at: 5, count: 4_000_000))
                }
                #expect(error?.code == .full)
                #expect(try await journal.snapshots().isEmpty)
                try await directory.append(5..<6, to: journal)
            }
        }
    }

    private func all(of journal: SQLiteJournal) async throws -> [JournalEntry] {
        try await journal.read(after: .start, upTo: .max)
    }
}
