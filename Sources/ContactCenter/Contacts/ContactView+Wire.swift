public import Wire

extension ContactView: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(session)
        writer.write(channel)
        writer.write(customer)
        writer.write(attributes)
        writer.write(queue)
        writer.write(requirement)
        writer.write(ring)
        writer.write(priority)
        writer.write(preferredAgent)
        writer.write(state)
        writer.write(openedAt)
        writer.write(enqueuedAt)
        writer.write(answeredAt)
        writer.write(endedAt)
        writer.write(agent)
        writer.write(offer)
        writer.write(consultationOf)
        writer.write(consultation)
        writer.write(endReason)
        writer.write(disposition)
        writer.write(diversion)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.read(), session: try reader.read(), channel: try reader.read(),
            customer: try reader.readOptional(), attributes: try reader.read(), queue: try reader.read(),
            requirement: try reader.readOptional(), ring: try reader.readInt(),
            priority: try reader.readInt(), preferredAgent: try reader.readOptional(), state: try reader.read(),
            openedAt: try reader.read(), enqueuedAt: try reader.read(), answeredAt: try reader.readOptional(),
            endedAt: try reader.readOptional(), agent: try reader.readOptional(), offer: try reader.readOptional(),
            consultationOf: try reader.readOptional(), consultation: try reader.readOptional(),
            endReason: try reader.readOptional(), disposition: try reader.readOptional(),
            diversion: try reader.readOptional())
    }
}

extension OfferView: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(contact)
        writer.write(agent)
        writer.write(queue)
        writer.write(channel)
        writer.write(customer)
        writer.write(attributes)
        writer.write(ring)
        writer.write(priority)
        writer.write(enqueuedAt)
        writer.write(offeredAt)
        writer.write(deadline)
        writer.write(isCallback)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.read(), contact: try reader.read(), agent: try reader.read(), queue: try reader.read(),
            channel: try reader.read(), customer: try reader.readOptional(), attributes: try reader.read(),
            ring: try reader.readInt(), priority: try reader.readInt(), enqueuedAt: try reader.read(),
            offeredAt: try reader.read(), deadline: try reader.read())
        isCallback = try reader.readBool()
    }
}
