/// How much room a journal's store has left.
public enum JournalRoom: UInt8, Sendable {
    /// Enough.
    case plenty
    /// So little that what is there should be finished and nothing new begun.
    case low
}
