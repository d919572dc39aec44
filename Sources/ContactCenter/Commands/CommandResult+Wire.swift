public import Wire

extension Refusal: WireValue {
    /// The longest message, in UTF-8 bytes.
    public static let messageBound = 4_096

    public func write(to writer: inout WireWriter) {
        writer.write(code)
        writer.write(message)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(try reader.read(), try reader.readString(bound: Self.messageBound))
    }
}

extension CommandAnswer: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .nothing: writer.write(byte: 0)
        case .opened(let contact, let session):
            writer.write(byte: 1)
            writer.write(contact)
            writer.write(session)
        case .consulting(let contact):
            writer.write(byte: 2)
            writer.write(contact)
        case .configured(let version):
            writer.write(byte: 3)
            writer.write(version)
        case .reserved(let agent, let deadline):
            writer.write(byte: 4)
            writer.write(agent)
            writer.write(deadline)
        case .declined: writer.write(byte: 5)
        case .forwarded(let offer):
            writer.write(byte: 6)
            writer.write(offer)
        case .holding(let contact, let version):
            writer.write(byte: 7)
            writer.write(contact)
            writer.write(version)
        case .over(let over):
            writer.write(byte: 8)
            writer.write(over)
        case .claimed(let found):
            writer.write(byte: 9)
            writer.write(found)
        case .diverted(let contact, let messages):
            writer.write(byte: 12)
            writer.write(contact)
            writer.write(messages)
        case .openedDuring(let contact, let session, let messages):
            writer.write(byte: 10)
            writer.write(contact)
            writer.write(session)
            writer.write(messages)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .nothing
        case 1: self = .opened(try reader.read(), try reader.read())
        case 2: self = .consulting(try reader.read())
        case 3: self = .configured(version: try reader.readInt())
        case 4: self = .reserved(try reader.read(), deadline: try reader.read())
        case 5: self = .declined
        case 6: self = .forwarded(try reader.read())
        case 7: self = .holding(try reader.read(), version: try reader.readInt())
        case 8: self = .over(try reader.read())
        case 9: self = .claimed(try reader.readBool())
        case 12: self = .diverted(try reader.read(), try reader.readArray(bound: Incident.countBound))
        case 10:
            self = .openedDuring(
                try reader.read(), try reader.read(), try reader.readArray(bound: Incident.countBound))
        default: throw WireError(.invalidValue, reading: "kind of answer", at: reader.offset - 1)
        }
    }
}

extension CommandResult: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .done(let answer):
            writer.write(byte: 0)
            writer.write(answer)
        case .refused(let refusal):
            writer.write(byte: 1)
            writer.write(refusal)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .done(try reader.read())
        case 1: self = .refused(try reader.read())
        default: throw WireError(.invalidValue, reading: "kind of result", at: reader.offset - 1)
        }
    }
}
