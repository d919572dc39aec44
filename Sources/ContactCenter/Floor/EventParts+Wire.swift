public import Wire

extension Event.Configured: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(version)
        writer.write(source)
        writer.write(configuration)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        version = try reader.readInt()
        source = try reader.readString(bound: Configure.sourceBound)
        configuration = try reader.read()
    }
}

extension Event.Opened: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(session)
        writer.write(channel)
        writer.write(queue)
        writer.write(customer)
        writer.write(attributes)
        writer.write(requirement)
        writer.write(priority)
        writer.write(preferredAgent)
        writer.write(addressee)
        writer.write(consultationOf)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        session = try reader.read()
        channel = try reader.read()
        queue = try reader.read()
        customer = try reader.readOptional()
        attributes = try reader.read()
        requirement = try reader.readOptional()
        priority = try reader.readInt()
        preferredAgent = try reader.readOptional()
        addressee = try reader.readOptional()
        consultationOf = try reader.readOptional()
    }
}

extension Event.Offered: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(offer)
        writer.write(contact)
        writer.write(agent)
        writer.write(deadline)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        offer = try reader.read()
        contact = try reader.read()
        agent = try reader.read()
        deadline = try reader.read()
    }
}

extension Event.OfferEnded: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(offer)
        writer.write(contact)
        writer.write(agent)
        writer.write(outcome)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        offer = try reader.read()
        contact = try reader.read()
        agent = try reader.read()
        outcome = try reader.read()
    }
}

extension Event.Requeued: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(from)
        writer.write(queue)
        writer.write(requirement)
        writer.write(addressee)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        from = try reader.readOptional()
        queue = try reader.read()
        requirement = try reader.readOptional()
        addressee = try reader.readOptional()
    }
}

extension Event.HandedOver: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(consultation)
        writer.write(from)
        writer.write(to)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        consultation = try reader.read()
        from = try reader.read()
        to = try reader.read()
    }
}

extension Event.Completed: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(command)
        writer.write(fixed: fingerprint)
        writer.write(result)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        command = try reader.read()
        fingerprint = try reader.readFixed()
        result = try reader.read()
    }
}
