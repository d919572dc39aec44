public import Wire

extension ContactView: WireValue {
    /// Stands with the state when a diversion follows at the end, as none did once.
    private static let isDiverted: UInt8 = 0x80

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
        writer.write(byte: state.rawValue | (diversion == nil ? 0 : Self.isDiverted))
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
        if let diversion { writer.write(diversion) }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        var isDiverted = false
        self.init(
            id: try reader.read(), session: try reader.read(), channel: try reader.read(),
            customer: try reader.readOptional(), attributes: try reader.read(), queue: try reader.read(),
            requirement: try reader.readOptional(), ring: try reader.readInt(),
            priority: try reader.readInt(), preferredAgent: try reader.readOptional(),
            state: try Self.readState(from: &reader, &isDiverted),
            openedAt: try reader.read(), enqueuedAt: try reader.read(), answeredAt: try reader.readOptional(),
            endedAt: try reader.readOptional(), agent: try reader.readOptional(), offer: try reader.readOptional(),
            consultationOf: try reader.readOptional(), consultation: try reader.readOptional(),
            endReason: try reader.readOptional(), disposition: try reader.readOptional())
        if isDiverted { diversion = try Diversion(from: &reader) }
    }

    private static func readState(
        from reader: inout WireReader, _ isDiverted: inout Bool
    ) throws(WireError) -> ContactState {
        let code = try reader.readByte()
        isDiverted = code & Self.isDiverted != 0
        guard let state = ContactState(rawValue: code & ~Self.isDiverted) else {
            throw WireError(.invalidValue, reading: "state of a contact", at: reader.offset - 1)
        }
        return state
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
