/// One record and its place.
public struct JournalEntry: Hashable, Sendable {
    /// The place.
    public let sequence: JournalSequence
    /// The record.
    public let record: JournalRecord

    public init(sequence: JournalSequence, record: JournalRecord) {
        self.sequence = sequence
        self.record = record
    }
}
