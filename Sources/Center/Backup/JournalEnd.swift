import Cluster

/// How a journal ends: where, and with which records of owners.
struct JournalEnd {
    /// How many bytes of records are read together.
    private static let readBytes = 1_048_576

    /// Place of the last message, whoever wrote it.
    let place: JournalSequence
    /// The last records of owners that can be read, in order, void ones included; empty when there is none behind what
    /// was trimmed.
    private let owners: [JournalEntry]

    /// The epoch of the present ownership; 0 when nobody has owned the partition.
    var epoch: Epoch { owners.map(\.record.epoch).max() ?? 0 }

    /// Where the journal goes on, and the place of the record that says so; nil while it is not sealed.
    var seal: (succession: Succession, place: JournalSequence)? {
        for entry in owners { if let succession = entry.record.succession { return (succession, entry.sequence) } }
        return nil
    }

    /// Looks at the end of a journal that was trimmed through `trimmed`.
    ///
    /// - Throws: ``JournalError`` with `unavailable` when it cannot be read now.
    init(of journal: any Journal, behind trimmed: JournalSequence) async throws(JournalError) {
        let place = try await journal.end()
        var owners: [JournalEntry] = []
        var reach = UInt64(Succession.reach)
        while owners.count < Succession.reach {
            let start = JournalSequence(max(trimmed.value, place.value - min(place.value, reach)))
            owners = try await Self.records(of: journal, after: start, through: place).filter { $0.record.epoch > 0 }
            if start == trimmed { break }
            // Strangers' messages stand between them.
            reach *= 2
        }
        self.place = place
        self.owners = owners
    }

    /// The records between two places, without those that are damaged.
    private static func records(
        of journal: any Journal, after start: JournalSequence, through end: JournalSequence
    ) async throws(JournalError) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        var place = start
        // Of several that are read together none is to be had when one is damaged; then each is read by itself.
        var isByItself = false
        while place < end {
            do throws(JournalError) {
                let found = try await journal.read(after: place, upTo: isByItself ? 1 : readBytes)
                guard let last = found.last else { break }
                entries += found
                place = last.sequence
            } catch {
                guard error.code == .corrupt else { throw error }
                if isByItself { place = place.next }
                isByItself = true
            }
        }
        return entries
    }
}
