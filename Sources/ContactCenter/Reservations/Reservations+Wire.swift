public import Wire

extension Reserve: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(contact)
        writer.write(agent)
        writer.write(passedOver)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        contact = try reader.read()
        agent = try reader.readOptional()
        passedOver = try reader.readArray(bound: Self.passedOverBound)
    }
}

extension GiveBack: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(agent)
        writer.write(outcome)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        agent = try reader.read()
        outcome = try reader.read()
    }
}

extension Settle: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(reservation)
        writer.write(version)
        writer.write(standing)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        reservation = try reader.read()
        version = try reader.readInt()
        standing = try reader.read()
    }
}

extension Settle.Standing: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .holding(let contact):
            writer.write(byte: 0)
            writer.write(contact)
        case .over(let over):
            writer.write(byte: 1)
            writer.write(over)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .holding(try reader.read())
        case 1: self = .over(try reader.read())
        default: throw WireError(.invalidValue, reading: "standing of a reservation", at: reader.offset - 1)
        }
    }
}

extension Settle.Over: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(outcome)
        writer.write(end)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        outcome = try reader.read()
        end = try reader.readOptional()
    }
}

extension Claim: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agent)
        writer.write(UInt64(floor))
        writer.write(channels)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        agent = try reader.read()
        floor = try reader.readFloorNumber()
        channels = try reader.readArray(bound: Channel.allCases.count)
    }
}

extension Letter.Subject: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .reserve(let id):
            writer.write(byte: 0)
            writer.write(id)
        case .commit(let id):
            writer.write(byte: 1)
            writer.write(id)
        case .giveBack(let id):
            writer.write(byte: 2)
            writer.write(id)
        case .settle(let id, let version):
            writer.write(byte: 3)
            writer.write(id)
            writer.write(version)
        case .claim(let agent, let number):
            writer.write(byte: 4)
            writer.write(agent)
            writer.write(number)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .reserve(try reader.read())
        case 1: self = .commit(try reader.read())
        case 2: self = .giveBack(try reader.read())
        case 3: self = .settle(try reader.read(), version: try reader.readInt())
        case 4: self = .claim(try reader.read(), number: try reader.readUInt64())
        default: throw WireError(.invalidValue, reading: "subject of a letter", at: reader.offset - 1)
        }
    }
}

extension WireReader {
    /// Reads the number of a floor.
    mutating func readFloorNumber() throws(WireError) -> UInt16 {
        guard let number = UInt16(exactly: try readUInt64()) else {
            throw WireError(.invalidValue, reading: "number of a floor", at: offset)
        }
        return number
    }
}
