import Cluster

/// Looks at every stored record in order and tells whether the journal is whole, ends in damage, or is damaged in
/// its middle.
///
/// Damage at the end is what a crash, or a disk that lost its last writes, leaves behind: the journal is cut there.
/// Whole records behind a damaged one mean that something else went wrong; cutting would throw good records away,
/// so nothing is.
struct RecordScan {
    /// What the records looked at amount to.
    enum Outcome: Hashable {
        /// All are whole.
        case whole
        /// Everything from `first` on is damaged.
        case damagedEnd(first: RecordFault, count: Int)
        /// `first` is damaged, `whole` behind it is not.
        case damagedMiddle(first: RecordFault, whole: JournalSequence)
    }

    /// Place of the last whole record before any damage.
    private(set) var last: JournalSequence
    private var expected: JournalSequence
    private var first: RecordFault?
    private var damagedCount = 0
    private var wholeBehind: JournalSequence?

    /// A scan of the records behind `trimmed`.
    init(after trimmed: JournalSequence) {
        last = trimmed
        expected = trimmed.next
    }

    /// What has been found so far.
    var outcome: Outcome {
        guard let first else { return .whole }
        if let wholeBehind { return .damagedMiddle(first: first, whole: wholeBehind) }
        return .damagedEnd(first: first, count: damagedCount)
    }

    /// Takes the next stored record. Complexity: O(bytes).
    mutating func see(_ stored: StoredRecord) {
        if stored.sequence != expected {
            first = first ?? RecordFault(sequence: expected, text: "Record \(expected) is missing")
        }
        expected = JournalSequence(stored.sequence.value &+ 1)
        do {
            _ = try stored.record()
            if first == nil { last = stored.sequence } else { wholeBehind = wholeBehind ?? stored.sequence }
        } catch {
            first = first ?? error
            damagedCount += 1
        }
    }
}
