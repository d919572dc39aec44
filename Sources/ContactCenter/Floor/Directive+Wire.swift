public import Wire

extension Directive: WireValue {
    public func write(to writer: inout WireWriter) {
        switch audience {
        case .supervisors: writer.write(byte: 0)
        case .agent(let agent):
            writer.write(byte: 1)
            writer.write(agent)
        }
        writer.write(notice)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self.init(.supervisors, try reader.read())
        case 1: self.init(.agent(try reader.read()), try reader.read())
        default: throw WireError(.invalidValue, reading: "audience", at: reader.offset - 1)
        }
    }
}

extension Notice: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .offered(let offer):
            writer.write(byte: 0)
            writer.write(offer)
        case .offerEnded(let offer, let contact, let agent, let outcome):
            writer.write(byte: 1)
            writer.write(offer)
            writer.write(contact)
            writer.write(agent)
            writer.write(outcome)
        case .contactChanged(let contact):
            writer.write(byte: 2)
            writer.write(contact)
        case .agentChanged(let agent):
            writer.write(byte: 3)
            writer.write(agent)
        case .configured(let version):
            writer.write(byte: 4)
            writer.write(version)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .offered(try reader.read())
        case 1:
            self = .offerEnded(
                try reader.read(), contact: try reader.read(), agent: try reader.read(), try reader.read())
        case 2: self = .contactChanged(try reader.read())
        case 3: self = .agentChanged(try reader.read())
        case 4: self = .configured(version: try reader.readInt())
        default: throw WireError(.invalidValue, reading: "kind of notice", at: reader.offset - 1)
        }
    }
}
