import Cluster
import Wire

extension StoredRecord {
    /// The content of its message: eight bytes of checksum, lowest first, then ``bytes``.
    var message: [UInt8] {
        var writer = WireWriter(capacity: bytes.count + 8)
        writer.write(fixed: checksum)
        writer.write(raw: bytes)
        return writer.bytes
    }

    /// A record as its message was found.
    ///
    /// - Throws: ``RecordFault`` when it is too short for a checksum.
    init(message: [UInt8], at sequence: JournalSequence) throws(RecordFault) {
        var reader = WireReader(message)
        do {
            self.init(sequence: sequence, checksum: try reader.readFixed(), bytes: Array(message.dropFirst(8)))
        } catch {
            throw RecordFault(sequence: sequence, text: "Record \(sequence) has \(message.count) bytes")
        }
    }
}
