import Cluster

extension JournalExpectation {
    static let openings = [
        JournalExpectation("Is empty and whole when new") { fixture in
            try await fixture.withJournal { journal, condition in
                let expected = JournalCondition(trimmed: .start, last: .start, damage: nil, room: condition.room)
                try ConformanceFailure.unlessEqual(condition, expected, "Condition of a new journal")
                try ConformanceFailure.unlessEqual(try await journal.readAll(), [], "Records of a new journal")
                try ConformanceFailure.unlessEqual(try await journal.snapshots(), [], "Snapshots of a new journal")
            }
        },
        JournalExpectation("Finds everything again when opened again") { fixture in
            let snapshot = JournalSample.snapshot(at: 12, count: 700_000)
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<20)
                try await journal.store(snapshot)
                try await journal.trim(through: JournalSequence(8))
            }
            try await fixture.withJournal { journal, condition in
                try ConformanceFailure.unlessEqual(condition.trimmed.value, 8, "Trimmed place")
                try ConformanceFailure.unlessEqual(condition.last.value, 20, "Last place")
                try ConformanceFailure.unlessEqual(condition.damage, nil, "Damage")
                try await journal.checkSamples(8..<20)
                let isSame = try await journal.snapshot(snapshot.reference) == snapshot
                try ConformanceFailure.unless(isSame, "The snapshot does not come back.")
                try await journal.appendSamples(20..<22)
            }
        },
        JournalExpectation("Goes on counting when every record was trimmed") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<5)
                try await journal.trim(through: JournalSequence(1_000))
                try await journal.appendSamples(5..<6)
                try await journal.trim(through: JournalSequence(6))
            }
            try await fixture.withJournal { journal, condition in
                try ConformanceFailure.unlessEqual(condition.trimmed.value, 6, "Trimmed place")
                try ConformanceFailure.unlessEqual(condition.last.value, 6, "Last place")
                try await journal.appendSamples(6..<8)
                try await journal.checkSamples(6..<8)
            }
        },
        JournalExpectation("Is unavailable before it is opened and after it is closed") { fixture in
            let journal = try await fixture.makeJournal()
            try await checkUnavailable(journal)
            _ = try await journal.open()
            await journal.close()
            try await checkUnavailable(journal)
            try await expectError(.unavailable, "opening a closed journal") { _ = try await journal.open() }
            await journal.close()
        },
    ]

    private static func checkUnavailable(_ journal: any Journal) async throws {
        let snapshot = JournalSample.snapshot(at: 0, count: 10)
        try await expectError(.unavailable, "an append") {
            _ = try await journal.append(JournalSample.record(follows: 0))
        }
        try await expectError(.unavailable, "a read") { _ = try await journal.read(after: .start, upTo: 100) }
        try await expectError(.unavailable, "asking for the end") { _ = try await journal.end() }
        try await expectError(.unavailable, "storing a snapshot") { try await journal.store(snapshot) }
        try await expectError(.unavailable, "listing snapshots") { _ = try await journal.snapshots() }
        try await expectError(.unavailable, "reading a snapshot") {
            _ = try await journal.snapshot(snapshot.reference)
        }
        try await expectError(.unavailable, "trimming") { try await journal.trim(through: .start) }
    }
}
