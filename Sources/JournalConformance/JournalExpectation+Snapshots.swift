import Cluster

extension JournalExpectation {
    /// Three chunks, the last of them not full.
    private static let length = 2 * Snapshot.chunkBound + 1_000

    static let snapshots = [
        JournalExpectation("Reads a snapshot back, an empty one and one of several chunks") { fixture in
            try await fixture.withJournal { journal, _ in
                for (sequence, count) in [(UInt64(1), 0), (2, 1), (3, Snapshot.chunkBound), (4, length)] {
                    try await journal.appendSamples(sequence - 1..<sequence)
                    let snapshot = JournalSample.snapshot(at: sequence, count: count)
                    try await journal.store(snapshot)
                    let isSame = try await journal.snapshot(snapshot.reference) == snapshot
                    try ConformanceFailure.unless(isSame, "A snapshot of \(count) bytes does not come back.")
                }
            }
        },
        JournalExpectation("Lists whole snapshots newest first, one stored twice once") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<9)
                for sequence: UInt64 in [3, 9, 5, 9] {
                    try await journal.store(JournalSample.snapshot(at: sequence, count: 10))
                }
                let found = try await journal.snapshots().map(\.sequence.value)
                try ConformanceFailure.unlessEqual(found, [9, 5, 3], "Snapshots listed")
            }
        },
        JournalExpectation("Says that a snapshot is not there") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<2)
                try await journal.store(JournalSample.snapshot(at: 2, count: 10))
                let other = Snapshot(of: [1, 2, 3], at: JournalSequence(2)).reference
                try await expectError(.unavailable, "reading a snapshot with another checksum") {
                    _ = try await journal.snapshot(other)
                }
            }
        },
        JournalExpectation("Says that a snapshot's bytes are damaged, and still reads an older one") { fixture in
            let (old, new) = (JournalSample.snapshot(at: 1, count: 5_000), JournalSample.snapshot(at: 2, count: length))
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<2)
                try await journal.store(old)
                try await journal.store(new)
            }
            try await fixture.damageSnapshot(new.reference)
            try await fixture.withJournal { journal, _ in
                try await expectError(.corrupt, "reading a damaged snapshot") {
                    _ = try await journal.snapshot(new.reference)
                }
                let isSame = try await journal.snapshot(old.reference) == old
                try ConformanceFailure.unless(isSame, "The older snapshot does not come back.")
            }
        },
        JournalExpectation("Trims records and older snapshots, and keeps the rest") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<20)
                for sequence: UInt64 in [5, 10, 15] {
                    try await journal.store(JournalSample.snapshot(at: sequence, count: 10))
                }
                try await journal.trim(through: JournalSequence(10))
                try await journal.checkSamples(10..<20)
                let found = try await journal.snapshots().map(\.sequence.value)
                try ConformanceFailure.unlessEqual(found, [15, 10], "Snapshots behind the trim")
                try await expectError(.unavailable, "reading from a trimmed place") {
                    _ = try await journal.read(after: JournalSequence(9), upTo: 1_000)
                }
                try await journal.trim(through: JournalSequence(4))
                try await journal.checkSamples(10..<20)
            }
        },
    ]
}
