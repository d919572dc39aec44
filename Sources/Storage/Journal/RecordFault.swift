import Cluster

/// What is wrong with one stored record.
struct RecordFault: Error, Hashable {
    /// Its place.
    let sequence: JournalSequence
    /// What was found and what was expected: a sentence without its end.
    let text: String
}
