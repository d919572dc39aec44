public import Cluster

/// Makes journals of partitions beside those that hosts have open: for restoring a partition from a backup.
public struct JournalSource: Sendable {
    /// The journal that a partition has now; it follows ``Cluster/Succession`` when it is opened.
    public var present: @Sendable (CenterLayout.Place) -> any Journal
    /// A journal of so high a generation whose first record comes behind a sequence. Opening it throws `conflict` when
    /// there is one of that generation.
    public var successor: @Sendable (CenterLayout.Place, _ generation: Int, _ behind: JournalSequence) -> any Journal

    public init(
        present: @escaping @Sendable (CenterLayout.Place) -> any Journal,
        successor: @escaping @Sendable (CenterLayout.Place, _ generation: Int, _ behind: JournalSequence) -> any Journal
    ) {
        self.present = present
        self.successor = successor
    }
}
