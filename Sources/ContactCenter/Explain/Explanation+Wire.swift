public import Wire

extension UpcomingStep.Kind: WireCode {}
extension Obstacle: WireCode {}

extension Explanation: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(contact)
        writer.write(at)
        writer.write(summary)
        writer.write(waitsFor)
        writer.write(ahead)
        writer.write(upcoming)
        writer.write(agents)
        writer.write(counts)
        writer.write(choice)
        writer.write(customer)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "explanation")
        self.init(
            contact: try reader.read(), at: try reader.read(), summary: try reader.readString(),
            waitsFor: try reader.readOptional(), ahead: try reader.readOptional(),
            upcoming: try reader.readArray(bound: 64), agents: try reader.readArray(bound: Self.agentBound),
            counts: try reader.readArray(bound: 64), choice: try reader.readOptional())
        customer = try reader.readArray(bound: 1_024)
    }
}

extension UpcomingStep: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(kind)
        writer.write(at)
        writer.write(text)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(kind: try reader.read(), at: try reader.readOptional(), text: try reader.readString())
    }
}

extension ConsideredAgent: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agent)
        writer.write(obstacle)
        writer.write(text)
        writer.write(unmet)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            agent: try reader.read(), obstacle: try reader.read(), text: try reader.readString(),
            unmet: try reader.readArray(bound: 1_024))
    }
}

extension ObstacleCount: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(obstacle)
        writer.write(agents)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(obstacle: try reader.read(), agents: try reader.readInt())
    }
}
