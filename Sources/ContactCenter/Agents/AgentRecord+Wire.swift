internal import Wire

extension AgentRecord {
    /// Writes the state, without what the configuration says and what is derived.
    func writeState(to writer: inout WireWriter) {
        writer.write(availability)
        writer.write(next)
        writer.write(since)
        writer.write(idleRank)
        writer.write(fixed: incarnation)
        writer.write(isAttached)
        writer.write(detachedAt)
        writer.write(unanswered)
        writer.writeCapacity(override)
        writer.write(signedInAt)
        writer.write(busyTime)
        writer.write(busySince)
        writer.write(UInt64(occupancy))
    }

    /// Reads what ``writeState(to:)`` wrote.
    mutating func readState(from reader: inout WireReader) throws(WireError) {
        availability = try reader.read()
        next = try reader.readOptional()
        since = try reader.read()
        idleRank = try reader.readUInt64()
        incarnation = try reader.readFixed()
        isAttached = try reader.readBool()
        detachedAt = try reader.read()
        unanswered = try reader.readInt()
        override = try reader.readCapacity()
        signedInAt = try reader.read()
        busyTime = try reader.readInt64()
        busySince = try reader.read()
        occupancy = UInt32(truncatingIfNeeded: try reader.readUInt64())
    }
}
