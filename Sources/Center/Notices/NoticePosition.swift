public import Cluster
public import Wire

/// Place of a notice among all of its partition's, written `1234-5`: the record it came of, and its number there.
public struct NoticePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The record whose events the notice tells of.
    public let sequence: JournalSequence
    /// Its place among the notices of that record, from 1; 0 is the place before them.
    public let number: UInt64

    /// The place before every notice.
    public static let start = NoticePosition(sequence: .start, number: 0)

    public init(sequence: JournalSequence, number: UInt64) {
        self.sequence = sequence
        self.number = number
    }

    /// Reads the text form; nil when it is none.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = UInt64(parts[0]), let number = UInt64(parts[1]) else { return nil }
        self.init(sequence: JournalSequence(sequence), number: number)
    }

    public static func < (left: NoticePosition, right: NoticePosition) -> Bool {
        (left.sequence, left.number) < (right.sequence, right.number)
    }

    public var description: String { "\(sequence)-\(number)" }
}

extension NoticePosition: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(sequence.value)
        writer.write(number)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        sequence = JournalSequence(try reader.readUInt64())
        number = try reader.readUInt64()
    }
}
