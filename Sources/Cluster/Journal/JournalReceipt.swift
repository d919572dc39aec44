/// The answer to an append.
public struct JournalReceipt: Hashable, Sendable {
    /// Where the record stands.
    public let sequence: JournalSequence
    /// How much room the store has left.
    public let room: JournalRoom

    public init(sequence: JournalSequence, room: JournalRoom) {
        self.sequence = sequence
        self.room = room
    }
}
