public import Cluster

/// What a host found when it opened its journal, and what it did about it.
public struct RecoveryReport: Hashable, Sendable {
    /// What was wrong with the journal's end and was cut off; nil when it was whole.
    public var damage: String?
    /// The snapshot that was begun with; nil when the journal was read from its start.
    public var snapshot: JournalSequence?
    /// Newer snapshots that were passed over, and why.
    public var passedOver: [String] = []
    /// How many records were read behind the snapshot.
    public var records = 0
    /// How many of them were void: written by somebody who did not own the partition.
    public var voidRecords = 0
    /// Commands whose events were replayed.
    public var commands = 0
    /// Events that were replayed.
    public var events = 0
    /// The last record that was found.
    public var last: JournalSequence = .start
    /// From opening the journal to the last event.
    public var duration: Duration = .zero

    public init() {}
}
