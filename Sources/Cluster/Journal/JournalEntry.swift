/// One record and its place.
public struct JournalEntry: Hashable, Sendable {
    public let sequence: JournalSequence
    public let record: JournalRecord

    public init(sequence: JournalSequence, record: JournalRecord) {
        self.sequence = sequence
        self.record = record
    }
}
