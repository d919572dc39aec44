import Cluster

extension JournalExpectation {
    static let records = [
        JournalExpectation("Reads records back in order, whatever the size of the pieces") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<50)
                for bytes in [0, 1, 250, 1_000_000] {
                    let places = try await journal.readAll(pieces: bytes).map(\.sequence.value)
                    try ConformanceFailure.unlessEqual(places, Array(1...50), "Places read in pieces of \(bytes)")
                }
                let piece = try await journal.read(after: .start, upTo: 1_000)
                try ConformanceFailure.unless(
                    (2..<20).contains(piece.count), "A piece of about 1,000 bytes holds \(piece.count) records of 100.")
                try await journal.checkSamples(0..<50)
            }
        },
        JournalExpectation("Tells the place of its last record") { fixture in
            try await fixture.withJournal { journal, _ in
                try ConformanceFailure.unlessEqual(try await journal.end(), .start, "End of a new journal")
                try await journal.appendSamples(0..<3)
                try ConformanceFailure.unlessEqual(try await journal.end().value, 3, "End behind three records")
                try await journal.trim(through: JournalSequence(3))
                try ConformanceFailure.unlessEqual(try await journal.end().value, 3, "End when all were trimmed")
            }
        },
        JournalExpectation("Finds nothing wrong with its store when nothing is") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<5)
                let inspection = try await journal.inspect()
                try ConformanceFailure.unlessEqual(inspection.faults, [], "Faults of a whole journal")
                try ConformanceFailure.unless(!inspection.place.isEmpty, "It does not say where it is.")
            }
        },
        JournalExpectation("Refuses a record that follows another place than the end, and writes nothing") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<3)
                for follows: UInt64 in [0, 2, 4, 100] {
                    try await expectError(.conflict, "an append behind \(follows) of 3") {
                        _ = try await journal.append(JournalSample.record(follows: follows))
                    }
                }
                try await journal.checkSamples(0..<3)
                try await journal.appendSamples(3..<4)
            }
        },
        JournalExpectation("Takes a record of the greatest length and refuses one byte more") { fixture in
            try await fixture.withJournal { journal, _ in
                let bound = JournalRecord.payloadBound
                try await journal.appendSamples(0..<1, count: bound)
                try await expectError(.tooLarge, "an append of \(bound + 1) bytes") {
                    _ = try await journal.append(JournalSample.record(follows: 1, count: bound + 1))
                }
                try await journal.checkSamples(0..<1, count: bound)
            }
        },
        JournalExpectation("Takes every kind of record as it is, an empty payload included") { fixture in
            try await fixture.withJournal { journal, _ in
                let kinds: [JournalRecord.Kind] = [.takeover, .commands, .snapshot, .sealed]
                for (sequence, kind) in kinds.enumerated() {
                    _ = try await journal.append(
                        JournalSample.record(
                            follows: UInt64(sequence), count: 0, kind: kind, epoch: .max, incarnation: .max))
                }
                let found = try await journal.readAll()
                try ConformanceFailure.unlessEqual(found.map(\.record.kind), kinds, "Kinds read back")
                try ConformanceFailure.unlessEqual(found[0].record.incarnation, .max, "Incarnation read back")
            }
        },
        JournalExpectation("Keeps the order of appends that are under way together") { fixture in
            try await fixture.withJournal { journal, _ in
                let receipts = try await withThrowingTaskGroup(of: JournalReceipt.self) { group in
                    for sequence: UInt64 in 0..<200 {
                        group.addImmediateTask { try await journal.append(JournalSample.record(follows: sequence)) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let places = receipts.map(\.sequence.value).sorted()
                try ConformanceFailure.unlessEqual(places, Array(1...200), "Places in the receipts")
                try await journal.checkSamples(0..<200)
            }
        },
        JournalExpectation("Lets exactly one of two rivals for a place have it") { fixture in
            try await fixture.withJournal { journal, _ in
                async let first = try? journal.append(JournalSample.record(follows: 0, incarnation: 1))
                async let second = try? journal.append(JournalSample.record(follows: 0, incarnation: 2))
                let receipts = await [first, second].compactMap(\.self)
                try ConformanceFailure.unlessEqual(receipts.count, 1, "Appends that succeeded")
                try ConformanceFailure.unlessEqual(try await journal.readAll().count, 1, "Records that are there")
            }
        },
        JournalExpectation("Says that records are lost when it ends before a place that was confirmed") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<2)
                try await expectError(.corrupt, "a read behind 3 of 2") {
                    _ = try await journal.read(after: JournalSequence(3), upTo: 1_000)
                }
            }
        },
    ]
}
