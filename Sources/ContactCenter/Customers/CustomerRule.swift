public import Wire

/// What contacts of some customers are given as they come in.
public struct CustomerRule: Hashable, Sendable {
    /// A name, which such a contact has as the attribute `customer.rule`.
    public var name: String
    /// For which contacts; nil for all.
    public var condition: Condition?
    /// In which queues; empty for all.
    public var queues: [QueueID] = []
    /// What is added to the priority.
    public var raise = 0
    /// Who is preferred, asked of agents beside what the contact asks; nil for nobody in particular.
    public var agents: Requirement?
    /// How long such a contact waits for them.
    public var wait: Duration = .zero

    public init(name: String, when condition: Condition?) {
        self.name = name
        self.condition = condition
    }
}

extension CustomerRule: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(name)
        writer.write(condition)
        writer.write(queues)
        writer.write(raise)
        writer.write(agents)
        writer.write(wait)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "customer rule")
        self.init(name: try reader.read(), when: try reader.readOptional())
        queues = try reader.readArray()
        raise = try reader.readInt()
        agents = try reader.readOptional()
        wait = try reader.read()
    }
}

/// How customers are recognised, and treated as they come in.
public struct CustomerTreatment: Hashable, Sendable {
    /// How long a visit is remembered: a contact within this time of the customer's last is a repeat contact, and its last
    /// agent is known; nil remembers none.
    public var remembered: Duration?
    /// The first whose condition holds counts, and no other.
    public var rules: [CustomerRule] = []

    public init() {}
}

extension CustomerTreatment: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(remembered)
        writer.write(rules)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        remembered = try reader.readOptional()
        rules = try reader.readArray()
    }
}
