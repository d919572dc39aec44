import Cluster

extension Journal {
    /// Appends the sample records behind `range.lowerBound` up to `range.upperBound`.
    func appendSamples(_ range: Range<UInt64>, count: Int = 100) async throws {
        for sequence in range {
            let receipt = try await append(JournalSample.record(follows: sequence, count: count))
            try ConformanceFailure.unlessEqual(receipt.sequence.value, sequence + 1, "Place in the receipt")
        }
    }

    /// All entries behind `sequence`, read in pieces of about `bytes`.
    func readAll(after sequence: UInt64 = 0, pieces bytes: Int = 4_096) async throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        while true {
            let last = entries.last?.sequence ?? JournalSequence(sequence)
            let piece = try await read(after: last, upTo: bytes)
            if piece.isEmpty { return entries }
            entries += piece
        }
    }

    /// Fails unless the journal holds exactly the sample records of `range`.
    func checkSamples(_ range: Range<UInt64>, count: Int = 100) async throws {
        let entries = try await readAll(after: range.lowerBound)
        try ConformanceFailure.unlessEqual(
            entries.map(\.sequence.value), range.map { $0 + 1 }, "Places of what was read")
        for (entry, sequence) in zip(entries, range) {
            let isSame = entry.record == JournalSample.record(follows: sequence, count: count)
            try ConformanceFailure.unless(isSame, "Record \(sequence + 1) is not the one that was appended.")
        }
    }
}

/// Fails unless `body` throws a journal's error with `code`.
func expectError(
    _ code: JournalError.Code, _ what: String, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch let error as JournalError {
        return try ConformanceFailure.unlessEqual(error.code, code, "Error of \(what)")
    }
    throw ConformanceFailure(message: "\(what) succeeded; expected the error \(code).")
}
