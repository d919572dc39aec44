public import Wire

extension Configure: WireValue {
    /// The longest source, in UTF-8 bytes.
    public static let sourceBound = 1_048_576

    public func write(to writer: inout WireWriter) {
        writer.write(configuration)
        writer.write(source)
        writer.write(replacing)
        writer.write(version)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            configuration: try reader.read(),
            source: try reader.readString(bound: Self.sourceBound), replacing: try reader.readOptional(),
            version: try reader.readOptional())
    }
}

extension OpenContact: WireValue {
    /// The longest name of a customer, in UTF-8 bytes.
    public static let customerBound = 256

    public func write(to writer: inout WireWriter) {
        writer.write(channel)
        writer.write(queue)
        writer.write(customer)
        writer.write(attributes)
        writer.write(requirement)
        writer.write(priority)
        writer.write(preferredAgent)
        writer.write(session)
        writer.write(callback)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            channel: try reader.read(), queue: try reader.read(), customer: try reader.readOptional(),
            attributes: try reader.read(), requirement: try reader.readOptional(),
            priority: try reader.readOptional(), preferredAgent: try reader.readOptional(),
            session: try reader.readOptional())
        callback = try reader.readOptional()
    }
}

extension UpdateAttributes: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(set)
        writer.write(remove)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            contact: try reader.read(), set: try reader.read(),
            remove: try reader.readArray(bound: Attributes.countBound))
    }
}

extension Transfer: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(target)
        writer.write(kind)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(contact: try reader.read(), target: try reader.read(), kind: try reader.read())
    }
}

extension Transfer.Target: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .queue(let queue, let requirement):
            writer.write(byte: 0)
            writer.write(queue)
            writer.write(requirement)
        case .agent(let agent):
            writer.write(byte: 1)
            writer.write(agent)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .queue(try reader.read(), requirement: try reader.readOptional())
        case 1: self = .agent(try reader.read())
        default: throw WireError(.invalidValue, reading: "target of a transfer", at: reader.offset - 1)
        }
    }
}

extension FinishWrapUp: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(disposition)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(contact: try reader.read(), disposition: try reader.readOptional())
    }
}

extension SetAvailability: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agent)
        writer.write(state)
        writer.write(when)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(agent: try reader.read(), state: try reader.read(), when: try reader.read())
    }
}

extension AvailabilityState: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .offline: writer.write(byte: 0)
        case .available: writer.write(byte: 1)
        case .onBreak: writer.write(byte: 2)
        case .notReady(let reason):
            writer.write(byte: 3)
            writer.write(reason)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .offline
        case 1: self = .available
        case 2: self = .onBreak
        case 3: self = .notReady(try reader.read())
        default: throw WireError(.invalidValue, reading: "availability", at: reader.offset - 1)
        }
    }
}

extension SetCapacity: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agent)
        writer.writeCapacity(maximum)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(agent: try reader.read(), maximum: try reader.readCapacity())
    }
}

extension WireWriter {
    /// Writes limits by channel, in the order of the channels.
    mutating func writeCapacity(_ maximum: [Channel: Int]) {
        write(UInt64(maximum.count))
        for channel in Channel.allCases {
            guard let count = maximum[channel] else { continue }
            write(channel)
            write(count)
        }
    }
}

extension WireReader {
    /// Reads limits by channel.
    mutating func readCapacity() throws(WireError) -> [Channel: Int] {
        var maximum: [Channel: Int] = [:]
        for _ in 0..<(try readCount(bound: Channel.allCases.count)) {
            let channel: Channel = try read()
            maximum[channel] = try readInt()
        }
        return maximum
    }
}
