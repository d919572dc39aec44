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
    /// The journal does not look where it ends: it takes in what an owner writes whose time is over, and acknowledges it.
    case brokenFence = "broken-fence"
    /// Readers do not look at epochs: they take what a former owner wrote for the present one's.
    case blindReaders = "blind-readers"
    /// Neither does the journal look where it ends nor do readers look at epochs.
    case noFences = "no-fences"
    /// What a partition owes another counts as answered though it never arrived.
    case lostLetter = "lost-letter"
    /// An agent's partition frees the agent while the contact's partition connects them.
    case freedGuest = "freed-guest"

    /// Those that a single node can be tried with; the others need a cluster.
    public static let ofOneNode: [Sabotage] = [.earlyRelease, .droppedRecord, .halfCommand, .forgottenOffer]

    /// Whether a journal takes in records that do not follow its end.
    var ignoresEnds: Bool { self == .brokenFence || self == .noFences }
    /// Whether readers take every record for the present owner's.
    var ignoresEpochs: Bool { self == .blindReaders || self == .noFences }
}
