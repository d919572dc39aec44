public import Wire

/// Something that some customers are told while it lasts, such as an outage that they may be calling about.
public struct Incident: Hashable, Sendable {
    /// The longest message, in UTF-8 bytes.
    public static let messageBound = 1_024
    /// The most incidents at a time.
    public static let countBound = 100

    /// The incident's id.
    public var id: IncidentID
    /// What they are told.
    public var message: String
    /// Whose contacts; nil for all.
    public var condition: Condition?
    /// In which queues; empty for all.
    public var queues: [QueueID]
    /// Since when; set as it is raised, whatever was asked.
    public var from: Timestamp
    /// When it is over; nil until it is ended.
    public var until: Timestamp?

    public init(
        id: IncidentID, message: String, when condition: Condition? = nil, queues: [QueueID] = [], from: Timestamp,
        until: Timestamp? = nil
    ) {
        self.id = id
        self.message = message
        self.condition = condition
        self.queues = queues
        self.from = from
        self.until = until
    }

    /// Whether it is over.
    public func isOver(at instant: Timestamp) -> Bool { until.map { $0 <= instant } ?? false }

    /// Whether it concerns a contact of a queue.
    func concerns(_ queue: QueueID, at moment: ConditionMoment) -> Bool {
        (queues.isEmpty || queues.contains(queue)) && condition?.expression.isMet(at: moment) ?? true
    }
}

extension Incident: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(message)
        writer.write(condition)
        writer.write(queues)
        writer.write(from)
        writer.write(until)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "incident")
        self.init(
            id: try reader.read(), message: try reader.readString(bound: Self.messageBound),
            when: try reader.readOptional(), queues: try reader.readArray(), from: try reader.read(),
            until: try reader.readOptional())
    }
}
