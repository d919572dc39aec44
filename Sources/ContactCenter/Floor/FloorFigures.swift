public import Wire

/// How much a floor holds.
public struct FloorFigures: Hashable, Sendable {
    /// Contacts that wait, those on offer left out.
    public var waiting = 0
    /// Contacts on offer to an agent.
    public var offered = 0
    /// Connected or held.
    public var connected = 0
    /// Contacts whose agent wraps up.
    public var wrapUp = 0
    /// Contacts whose customer is to be called back at a time, or is being called.
    public var deferred = 0
    /// Ended, and kept for a while to be shown.
    public var ended = 0
    /// Sessions that are kept.
    public var sessions = 0
    /// Agents of the configuration.
    public var agents = 0
    /// Agents that are signed in.
    public var agentsSignedIn = 0
    /// Agents that are available and reachable and have nothing in hand.
    public var agentsIdle = 0
    /// Results kept so that a repeated command gets the same answer.
    public var results = 0

    public init() {}

    /// Contacts that have not ended.
    public var live: Int { waiting + offered + connected + wrapUp + deferred }
}

extension FloorFigures: WireValue {
    public func write(to writer: inout WireWriter) {
        for value in [
            waiting, offered, connected, wrapUp, ended, sessions, agents, agentsSignedIn, agentsIdle, results,
            deferred,
        ] {
            writer.write(value)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        waiting = try reader.readInt()
        offered = try reader.readInt()
        connected = try reader.readInt()
        wrapUp = try reader.readInt()
        ended = try reader.readInt()
        sessions = try reader.readInt()
        agents = try reader.readInt()
        agentsSignedIn = try reader.readInt()
        agentsIdle = try reader.readInt()
        results = try reader.readInt()
        deferred = try reader.readInt()
    }
}
