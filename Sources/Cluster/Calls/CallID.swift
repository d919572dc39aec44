import Wire

/// Names one call across the cluster and across restarts of its caller's node.
struct CallID: Hashable, Sendable {
    /// The incarnation of the caller's process.
    let incarnation: Incarnation
    /// Counts the calls of that process up.
    let number: UInt64
}

extension CallID: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(fixed: incarnation)
        writer.write(number)
    }

    init(from reader: inout WireReader) throws(WireError) {
        incarnation = try reader.readFixed()
        number = try reader.readUInt64()
    }
}
