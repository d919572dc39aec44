internal import Wire

extension Reservation: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(UInt64(floor))
        writer.write(agent)
        writer.write(phase)
        writer.write(version)
        writer.write(confirmed)
        writer.write(over)
    }

    init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        floor = try reader.readFloorNumber()
        agent = try reader.readOptional()
        phase = try reader.read()
        version = try reader.readInt()
        confirmed = try reader.readInt()
        over = try reader.readOptional()
    }
}

extension Guest: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(agent)
        writer.write(deadline)
        writer.write(since)
        writer.write(phase)
        writer.write(version)
        writer.write(outcome)
    }

    init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        agent = try reader.read()
        deadline = try reader.read()
        since = try reader.read()
        phase = try reader.read()
        version = try reader.readInt()
        outcome = try reader.read()
    }
}
