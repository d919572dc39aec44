public import Wire

/// What is remembered of a customer's last contact.
public struct Visit: Hashable, Sendable {
    /// When it came in.
    public var at: Timestamp
    /// How many contacts the customer has had in a row, none later behind the one before than is remembered.
    public var count: Int
    /// The queue that it came in to.
    public var queue: QueueID
    /// Who had it, or the last contact before that somebody had; nil when nobody has had any.
    public var agent: AgentID?

    public init(at: Timestamp, count: Int, queue: QueueID, agent: AgentID? = nil) {
        self.at = at
        self.count = count
        self.queue = queue
        self.agent = agent
    }
}

extension Visit: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(at)
        writer.write(count)
        writer.write(queue)
        writer.write(agent)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            at: try reader.read(), count: try reader.readInt(), queue: try reader.read(),
            agent: try reader.readOptional())
    }
}

/// Whose visit is remembered: a customer of the store, or else whoever has that identity.
public enum VisitorKey: Hashable, Sendable {
    /// A customer of the store.
    case customer(CustomerID)
    /// Whoever has this identity, which no customer of the store has.
    case identity(CustomerIdentity)
}

extension VisitorKey: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .customer(let id):
            writer.write(byte: 0)
            writer.write(id)
        case .identity(let identity):
            writer.write(byte: 1)
            writer.write(identity)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .customer(try reader.read())
        case 1: self = .identity(try reader.read())
        default: throw WireError(.invalidValue, reading: "visitor", at: reader.offset - 1)
        }
    }
}
