/// Place of a record in its partition's journal: 1 is the first; 0 is the place before it.
public struct JournalSequence: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The place as a number.
    public let value: UInt64

    /// The place before the first record.
    public static let start = JournalSequence(0)

    public init(_ value: UInt64) {
        self.value = value
    }

    /// The place after this one.
    public var next: JournalSequence { JournalSequence(value + 1) }

    public static func < (left: JournalSequence, right: JournalSequence) -> Bool { left.value < right.value }

    public var description: String { String(value) }
}
