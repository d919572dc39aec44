public import Wire

/// Decides for each record of one partition's journal, in the order of the log, whether it has any effect.
///
/// Two nodes may both believe that they own a partition; leases and heartbeats cannot rule that out. What they
/// cannot do is both be believed: an owner's right comes from a takeover record in the log itself, and every reader
/// runs this same reducer over the same records, so every reader agrees on which of them count.
///
/// The rules, at a record's own place:
/// - a takeover counts when its epoch is exactly one above the current one;
/// - any other record counts when its epoch and its incarnation are both the current ones;
/// - either must say that it follows the record before it, void ones included, and belong to this partition;
/// - nothing counts behind a sealing record.
///
/// Whatever does not count is void: it keeps its place in the log and has no effect.
public struct Fence: Hashable, Sendable {
    /// What a record amounts to.
    public enum Verdict: Hashable, Sendable {
        /// The record's writer owns the partition from here on.
        case takesOver
        /// The record is the current owner's and has its effect.
        case counts
        /// The record has no effect, for this reason.
        case void(Objection)
    }

    /// Why a record is void.
    public enum Objection: UInt8, Sendable {
        /// It belongs to another partition.
        case otherPartition
        /// It does not follow the record before it.
        case otherPlace
        /// The journal was sealed before it.
        case sealed
        /// A takeover whose epoch is not one above the current one: another took over first.
        case epochTaken
        /// Its writer does not own the partition at this place.
        case notOwner
    }

    /// The partition whose journal is read.
    public let partition: PartitionID
    /// The current epoch; 0 before the first takeover.
    public private(set) var epoch: Epoch
    /// The current owner's incarnation; meaningless while ``epoch`` is 0.
    public private(set) var incarnation: Incarnation
    /// Place of the last record seen, void or not.
    public private(set) var last: JournalSequence
    /// Whether a record has said that the journal ends here.
    public private(set) var isSealed: Bool

    /// The fence before the first record of a partition's journal.
    public init(partition: PartitionID) {
        self.partition = partition
        epoch = 0
        incarnation = 0
        last = .start
        isSealed = false
    }

    /// The fence behind a record of somebody who owns the partition.
    public init(partition: PartitionID, epoch: Epoch, incarnation: Incarnation, last: JournalSequence) {
        self.partition = partition
        self.epoch = epoch
        self.incarnation = incarnation
        self.last = last
        isSealed = false
    }

    /// Whether `incarnation` is the current owner with `epoch`, and nobody has taken over since.
    public func isOwner(epoch: Epoch, incarnation: Incarnation) -> Bool {
        self.epoch == epoch && self.incarnation == incarnation && epoch > 0 && !isSealed
    }

    /// Judges the record that stands right behind ``last``. Complexity: O(1).
    public mutating func admit(_ record: JournalRecord) -> Verdict {
        let place = last
        last = place.next
        if let objection = objection(to: record, behind: place) { return .void(objection) }
        switch record.kind {
        case .takeover:
            epoch = record.epoch
            incarnation = record.incarnation
            return .takesOver
        case .sealed:
            isSealed = true
            return .counts
        case .commands, .snapshot:
            return .counts
        }
    }

    private func objection(to record: JournalRecord, behind place: JournalSequence) -> Objection? {
        if record.partition != partition { return .otherPartition }
        if record.follows != place { return .otherPlace }
        if isSealed { return .sealed }
        if record.kind == .takeover { return record.epoch == epoch &+ 1 ? nil : .epochTaken }
        return isOwner(epoch: record.epoch, incarnation: record.incarnation) ? nil : .notOwner
    }
}

extension Fence: WireValue {
    private static let version: UInt8 = 1

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(partition)
        writer.write(epoch)
        writer.write(fixed: incarnation)
        writer.write(last.value)
        writer.write(isSealed)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let version = try reader.readByte()
        guard version == Self.version else {
            throw WireError(.invalidValue, reading: "version of a fence", at: reader.offset - 1)
        }
        partition = try reader.read()
        epoch = try reader.readUInt64()
        incarnation = try reader.readFixed()
        last = JournalSequence(try reader.readUInt64())
        isSealed = try reader.readBool()
    }
}
