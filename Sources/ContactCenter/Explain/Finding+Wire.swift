public import Wire

extension Finding.Severity: WireCode {}

extension Finding: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(severity)
        writer.write(subject)
        writer.write(message)
        writer.write(repair)
        writer.write(repairText)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            severity: try reader.read(), subject: try reader.read(), message: try reader.readString(),
            repair: try reader.readOptional(), repairText: try reader.readOptional())
    }
}

extension Finding.Subject: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .floor: writer.write(byte: 0)
        case .contact(let contact):
            writer.write(byte: 1)
            writer.write(contact)
        case .agent(let agent):
            writer.write(byte: 2)
            writer.write(agent)
        case .queue(let queue):
            writer.write(byte: 3)
            writer.write(queue)
        case .offer(let offer):
            writer.write(byte: 4)
            writer.write(offer)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .floor
        case 1: self = .contact(try reader.read())
        case 2: self = .agent(try reader.read())
        case 3: self = .queue(try reader.read())
        case 4: self = .offer(try reader.read())
        default: throw WireError(.invalidValue, reading: "subject of a finding", at: reader.offset - 1)
        }
    }
}
