import Cluster
import Foundation
import JournalConformance
import Storage
import Testing

@Suite struct JournalLockTests {
    @Test func `A journal that another process holds is locked, and the process is named`() async throws {
        try await JournalDirectory.with { directory in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let lock = directory.file + ".lock"
            process.arguments = ["flock", lock, "sh", "-c", "echo $$ > \(lock); echo held; read line"]
            let (output, input) = (Pipe(), Pipe())
            process.standardOutput = output
            process.standardInput = input
            try process.run()
            #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))

            let holder = try String(contentsOfFile: lock, encoding: .utf8).trimmingCharacters(in: .newlines)
            let error = await journalError { _ = try await directory.journal().open() }
            #expect(error?.code == .locked)
            #expect(error?.message.contains("is held by process \(holder).") == true)

            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            try await directory.withJournal { _, condition in #expect(condition.last == .start) }
        }
    }

    @Test func `A journal that another program has open without the lock is locked`() async throws {
        try await JournalDirectory.with { directory in
            try await directory.withJournal { journal, _ in
                try await directory.append(0..<1, to: journal)
                #expect(throws: (any Error).self) { try directory.execute("DELETE FROM record") }
                #expect(try await journal.read(after: .start, upTo: 100).count == 1)
            }
        }
    }
}
