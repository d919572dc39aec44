public import Wire

/// What holds for the whole center unless a queue says otherwise.
public struct CenterSettings: Hashable, Sendable {
    /// How long an agent may take to answer an offer.
    public var offerTimeout: Duration = .seconds(20)
    /// How long wrap-up may take before it ends by itself; nil for no limit.
    public var wrapUpLimit: Duration? = .seconds(60)
    /// After how many offers in a row without an answer an agent is set not ready; 0 for never.
    public var unansweredLimit: Int = 3
    /// The reason an agent gets who left too many offers unanswered.
    public var unansweredReason: ReasonCode = "no-answer"
    /// How long an agent's stream may be gone before its open offers are rescinded.
    public var streamGrace: Duration = .seconds(5)
    /// For how long the result of a command is kept; an older command is refused.
    public var commandWindow: Duration = .seconds(300)
    /// For how long an ended session is kept in the floor to be shown.
    public var endedRetention: Duration = .seconds(60)
    /// Whose contact an agent gets who serves several queues.
    public var queueOrder: QueueOrder = .oldest

    public init() {}
}

extension CenterSettings: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 2)
        writer.write(offerTimeout)
        writer.write(wrapUpLimit)
        writer.write(unansweredLimit)
        writer.write(unansweredReason)
        writer.write(streamGrace)
        writer.write(commandWindow)
        writer.write(endedRetention)
        writer.write(queueOrder)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(2, of: "center settings")
        self.init()
        offerTimeout = try reader.read()
        wrapUpLimit = try reader.read()
        unansweredLimit = try reader.read()
        unansweredReason = try reader.read()
        streamGrace = try reader.read()
        commandWindow = try reader.read()
        endedRetention = try reader.read()
        if layout > 1 { queueOrder = try reader.read() }
    }
}
