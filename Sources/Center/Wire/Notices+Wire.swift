import ContactCenter
public import Wire

extension NoticeItem: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(position)
        switch content {
        case .reset(let state):
            writer.write(byte: 0)
            writer.write(state)
        case .notice(let notice):
            writer.write(byte: 1)
            writer.write(notice)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let position: NoticePosition = try reader.read()
        switch try reader.readByte() {
        case 0: self.init(position: position, content: .reset(try reader.read()))
        case 1: self.init(position: position, content: .notice(try reader.read()))
        default: throw WireError(.invalidValue, reading: "kind of notice item", at: reader.offset - 1)
        }
    }
}

extension NoticeState: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .agent(let state):
            writer.write(byte: 0)
            writer.write(state)
        case .supervisor(let state):
            writer.write(byte: 1)
            writer.write(state)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .agent(try reader.readOptional())
        case 1: self = .supervisor(try reader.read())
        default: throw WireError(.invalidValue, reading: "kind of state", at: reader.offset - 1)
        }
    }
}

extension AgentState: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agent)
        writer.write(contacts)
        writer.write(offers)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(agent: try reader.read(), contacts: try reader.readArray(), offers: try reader.readArray())
    }
}

extension SupervisorState: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(queues)
        writer.write(agents)
        writer.write(isComplete)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            queues: try reader.readArray(), agents: try reader.readArray(bound: Self.agentBound),
            isComplete: try reader.readBool())
    }
}
