import Wire

/// A call on its way to its actor.
struct CallFrame: Sendable {
    let id: CallID
    let actor: ActorID
    /// The method's base name.
    let method: String
    /// How long the caller still waits, counted from the receipt.
    let remaining: Duration
    let trace: TraceContext
    /// The arguments, one behind the other.
    let arguments: [UInt8]
}

extension CallFrame {
    /// Writes all but the id, which stands at the same place in every frame.
    func writeBody(to writer: inout WireWriter) {
        writer.write(actor)
        writer.write(method)
        let (seconds, attoseconds) = min(remaining, FrameBounds.deadline).components
        writer.write(UInt64(clamping: seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
        writer.write(trace)
        writer.write(bytes: arguments)
    }

    /// Reads what stands behind the id.
    init(id: CallID, bodyFrom reader: inout WireReader) throws(WireError) {
        self.id = id
        actor = try reader.read()
        method = try reader.readString(bound: FrameBounds.method)
        let microseconds = try reader.readUInt64()
        let bound = UInt64(FrameBounds.deadline.components.seconds) * 1_000_000
        remaining = .microseconds(Int64(min(microseconds, bound)))
        trace = try reader.read()
        arguments = try reader.readBytes(bound: FrameBounds.body)
    }
}
