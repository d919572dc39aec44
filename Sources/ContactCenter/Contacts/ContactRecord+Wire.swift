internal import Wire

extension ContactRecord {
    /// Writes the record, its own requirement by its place in the snapshot's table; -1 for none.
    func write(requirement: Int, _ details: ContactDetails, to writer: inout WireWriter) {
        writer.write(id)
        writer.write(session)
        writer.write(channel)
        writer.write(state)
        writer.write(details.customer)
        writer.write(details.attributes)
        writer.write(Int64(queue))
        writer.write(requirement)
        writer.write(byte: ring)
        writer.write(Int64(priority))
        writer.write(Int64(preferred))
        writer.write(Int64(addressee))
        writer.write(Int64(asker))
        writer.write(Int64(agent))
        writer.write(endReason)
        writer.write(details.disposition)
        writer.write(openedAt)
        writer.write(enqueuedAt.microseconds - openedAt.microseconds)
        writer.write(waitingSince.microseconds - openedAt.microseconds)
        writer.write(since.microseconds - openedAt.microseconds)
        writer.write(handlingSince.microseconds - openedAt.microseconds)
        writer.write(answeredAt)
        writer.write(handled)
        writer.write(offer)
        writer.write(offerDeadline)
        for place in 0..<4 { writer.write(Int64(exclusions.agents[place])) }
        writer.write(exclusions.until)
        writer.write(consultationOf)
        writer.write(consultation)
    }

    /// Reads a record, its numbers below the counts given, and its details.
    init(
        from reader: inout WireReader, queues: Int, agents: Int, requirements: Int, details: inout ContactDetails
    ) throws(WireError) {
        id = try reader.read()
        session = try reader.read()
        channel = try reader.read()
        state = try reader.read()
        details.customer = try reader.readOptional()
        details.attributes = try reader.read()
        queue = try reader.readNumber(below: queues)
        requirement = try reader.readNumber(below: requirements)
        ring = try reader.readByte()
        priority = Int16(truncatingIfNeeded: try reader.readInt64())
        preferred = try reader.readNumber(below: agents)
        addressee = try reader.readNumber(below: agents)
        asker = try reader.readNumber(below: agents)
        agent = try reader.readNumber(below: agents)
        endReason = try reader.readOptional()
        details.disposition = try reader.readOptional()
        openedAt = try reader.read()
        enqueuedAt = try reader.readTime(after: openedAt)
        waitingSince = try reader.readTime(after: openedAt)
        since = try reader.readTime(after: openedAt)
        handlingSince = try reader.readTime(after: openedAt)
        answeredAt = try reader.readOptional()
        handled = try reader.readInt64()
        offer = try reader.read()
        offerDeadline = try reader.read()
        for place in 0..<4 { exclusions.agents[place] = try reader.readNumber(below: agents) }
        exclusions.until = try reader.read()
        consultationOf = try reader.readUInt64()
        consultation = try reader.readUInt64()
        guard queue >= 0, agent >= 0 || [.queued, .ended, .scheduled, .dialing].contains(state) else {
            throw WireError(.invalidValue, reading: "contact", at: reader.offset)
        }
    }
}

extension WireReader {
    fileprivate mutating func readTime(after start: Timestamp) throws(WireError) -> Timestamp {
        Timestamp(microseconds: start.microseconds &+ (try readInt64()))
    }
}
