/// A promise of the journal, or of partitions to one another, that is broken on purpose, to see that the checker
/// notices.
public enum Sabotage: String, CaseIterable, Sendable {
    /// Appends are acknowledged before they are durable, so that effects come out too early.
    case earlyRelease = "early-release"
    /// Now and then an acknowledged record is not there.
    case droppedRecord = "dropped-record"
    /// Now and then only some of a command's events are in its record.
    case halfCommand = "half-command"
    /// Offers still open when a node dies are not told again to their agents.
    case forgottenOffer = "forgotten-offer"
    /// The journal takes in what an owner writes whose time is over, and acknowledges it.
    case brokenFence = "broken-fence"
    /// What a partition owes another counts as answered though it never arrived.
    case lostLetter = "lost-letter"
    /// An agent's partition frees the agent while the contact's partition connects them.
    case freedGuest = "freed-guest"

    /// Those that a single node can be tried with; the others need a cluster.
    public static let ofOneNode: [Sabotage] = [.earlyRelease, .droppedRecord, .halfCommand, .forgottenOffer]
}
