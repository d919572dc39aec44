/// What is wrong with one stored record.
public struct RecordFault: Error, Hashable {
    /// Its place.
    public let sequence: JournalSequence
    /// What was found and what was expected: a sentence without its end.
    public let text: String

    public init(sequence: JournalSequence, text: String) {
        self.sequence = sequence
        self.text = text
    }
}
