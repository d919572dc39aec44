import Wire

/// A record as it stands in a durable journal: its sequence and its bytes in one, under one checksum, so that a record
/// that turned up at another place is found as surely as one whose bytes have rotted.
public struct StoredRecord: Hashable, Sendable {
    /// The place it was stored at.
    public let sequence: JournalSequence
    /// `Checksum` over ``bytes``.
    public let checksum: UInt64
    /// Eight bytes of sequence, lowest first, then the record.
    public let bytes: [UInt8]

    /// A record to be written at `sequence`.
    public init(_ record: JournalRecord, at sequence: JournalSequence) {
        var writer = WireWriter(capacity: record.payload.count + 96)
        writer.write(fixed: sequence.value)
        writer.write(record)
        self.sequence = sequence
        bytes = writer.bytes
        checksum = Checksum.of(bytes)
    }

    /// A record as it was found.
    public init(sequence: JournalSequence, checksum: UInt64, bytes: [UInt8]) {
        self.sequence = sequence
        self.checksum = checksum
        self.bytes = bytes
    }

    /// The record in the bytes, every part of it checked. Complexity: O(bytes).
    public func record() throws(RecordFault) -> JournalRecord {
        let found = Checksum.of(bytes)
        guard found == checksum else {
            throw RecordFault(
                sequence: sequence,
                text: "Record \(sequence) has checksum \(Self.hexadecimal(found)), expected "
                    + Self.hexadecimal(checksum))
        }
        do {
            var reader = WireReader(bytes)
            let place = JournalSequence(try reader.readFixed())
            let record: JournalRecord = try reader.read()
            try reader.finish()
            guard place == sequence, record.follows.value &+ 1 == sequence.value else {
                throw RecordFault(sequence: sequence, text: "Record \(sequence) holds the record of place \(place)")
            }
            return record
        } catch let fault as RecordFault {
            throw fault
        } catch {
            throw RecordFault(sequence: sequence, text: "Record \(sequence) cannot be read: \(error)")
        }
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
