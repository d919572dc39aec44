public import Wire

/// Which contacts are to be listed.
public struct ContactFilter: Hashable, Sendable {
    /// The most contacts of one list.
    public static let limitBound = 1_000

    /// Only those of this queue; nil for every queue.
    public var queue: QueueID?
    /// Only those in this state; nil for every state.
    public var state: ContactState?
    /// Only those this agent has or is offered; nil for every contact.
    public var agent: AgentID?
    /// Only those with a higher id: where the list before this one ended; nil for the beginning.
    public var after: ContactID?
    /// The most to be listed, 1 to ``limitBound``.
    public var limit: Int

    public init(
        queue: QueueID? = nil, state: ContactState? = nil, agent: AgentID? = nil, after: ContactID? = nil,
        limit: Int = 100
    ) {
        self.queue = queue
        self.state = state
        self.agent = agent
        self.after = after
        self.limit = limit
    }
}

extension ContactFilter: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(queue)
        writer.write(state)
        writer.write(agent)
        writer.write(after)
        writer.write(limit)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            queue: try reader.readOptional(), state: try reader.readOptional(), agent: try reader.readOptional(),
            after: try reader.readOptional(), limit: try reader.readInt())
    }
}
