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

    /// Which journal of the partition it is: 1 for the first, the next number for each that was restored.
    public let generation: Int

    public init(
        trimmed: JournalSequence, last: JournalSequence, damage: String?, room: JournalRoom, generation: Int = 1
    ) {
        self.trimmed = trimmed
        self.last = last
        self.damage = damage
        self.room = room
        self.generation = generation
    }
}
