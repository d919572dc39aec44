/// What opening a journal found.
public struct JournalCondition: Hashable, Sendable {
    /// The place before the oldest record that is kept; ``JournalSequence/start`` when none was trimmed.
    public let trimmed: JournalSequence
    /// The last record's place; equal to `trimmed` when there is none.
    public let last: JournalSequence
    /// What was wrong with the journal's end and was cut off; nil when it was whole.
    public let damage: String?
    /// How much room the store has left.
    public let room: JournalRoom

    public init(trimmed: JournalSequence, last: JournalSequence, damage: String?, room: JournalRoom) {
        self.trimmed = trimmed
        self.last = last
        self.damage = damage
        self.room = room
    }
}
