/// Place of a notice among all that one partition gave out: the journal position whose events caused it, and its
/// number among that position's notices.
public struct NoticePosition: Hashable, Comparable, Sendable {
    /// Sequence of the record in its journal.
    public var sequence: UInt64
    /// Number among the record's notices.
    public var index: UInt32

    public init(sequence: UInt64, index: UInt32) {
        self.sequence = sequence
        self.index = index
    }

    public static func < (left: NoticePosition, right: NoticePosition) -> Bool {
        (left.sequence, left.index) < (right.sequence, right.index)
    }
}
