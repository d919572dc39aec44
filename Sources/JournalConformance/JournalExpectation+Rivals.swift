import Cluster

extension JournalExpectation {
    static let exclusion = [
        JournalExpectation("Is locked while another journal has its store open") { fixture in
            try await fixture.withJournal { journal, _ in
                try ConformanceFailure.unlessEqual(journal.overtaking, .impossible, "How it is overtaken")
                let rival = try await fixture.makeJournal()
                try await expectError(.locked, "opening a store that is open") { _ = try await rival.open() }
                await rival.close()
                try await journal.appendSamples(0..<1)
            }
            try await fixture.withJournal { journal, _ in try await journal.checkSamples(0..<1) }
        }
    ]

    static let sharing = [
        JournalExpectation("Refuses whoever was overtaken by another with the same store open") { fixture in
            try await fixture.withJournal { journal, _ in
                try ConformanceFailure.unless(journal.overtaking != .impossible, "It says it cannot be overtaken.")
                try await journal.appendSamples(0..<2)
                try await fixture.withJournal { rival, condition in
                    try ConformanceFailure.unlessEqual(condition.last.value, 2, "End that the rival finds")
                    try await rival.appendSamples(2..<3)
                    try await expectError(.conflict, "an append of the one overtaken") {
                        _ = try await journal.append(JournalSample.record(follows: 2, incarnation: 8))
                    }
                }
                try await journal.checkSamples(0..<3)
            }
        },
        JournalExpectation("Shows whoever was overtaken where the other's records end") { fixture in
            try await fixture.withJournal { journal, _ in
                try await journal.appendSamples(0..<1)
                try await fixture.withJournal { rival, _ in try await rival.appendSamples(1..<4) }
                try ConformanceFailure.unlessEqual(try await journal.end().value, 4, "End that is told")
                try await journal.checkSamples(0..<4)
            }
        },
        JournalExpectation("Lets exactly one of two that have the store open have a place") { fixture in
            try await fixture.withJournal { journal, _ in
                try await fixture.withJournal { rival, _ in
                    for sequence: UInt64 in 0..<20 {
                        async let first = try? journal.append(JournalSample.record(follows: sequence, incarnation: 1))
                        async let second = try? rival.append(JournalSample.record(follows: sequence, incarnation: 2))
                        let receipts = await [first, second].compactMap(\.self)
                        try ConformanceFailure.unlessEqual(receipts.count, 1, "Appends that had place \(sequence + 1)")
                    }
                    let found = try await rival.readAll().map(\.sequence.value)
                    try ConformanceFailure.unlessEqual(found, Array(1...20), "Records that are there")
                }
            }
        },
    ]
}
