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
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .nothing
        case 1: self = .opened(try reader.read(), try reader.read())
        case 2: self = .consulting(try reader.read())
        case 3: self = .configured(version: try reader.readInt())
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
