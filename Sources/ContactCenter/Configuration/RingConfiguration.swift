public import Wire

/// One step of widening: when it is taken, and what contacts ask from then on.
///
/// The first of the rings behind a contact's own whose conditions hold is taken, then the first behind that, and so
/// on. A ring holds what those before it have relaxed, added and raised, those passed by included.
public struct RingConfiguration: Hashable, Sendable {
    /// Since the contact came into the queue; zero for at once.
    public var after: Duration
    /// What must hold besides; nil for nothing.
    public var condition: Condition?
    /// What is asked from then on; nil asks nothing. Does not count where there is a ``relaxation``.
    public var requirement: Requirement?
    /// How what was asked before is relaxed; nil when the ring has a ``requirement`` instead.
    public var relaxation: Relaxation?
    /// Sites whose agents may have the contact from then on, beside those before.
    public var sites: [SiteID] = []
    /// What is added to the contact's priority.
    public var raise: Int = 0
    /// Whether the next ring whose condition holds is taken instead, as early, while nobody is signed in who may serve
    /// a contact at this one.
    public var isSkippedUnstaffed = false
    /// Whether agents who are reserved for other queues may have the contact from then on.
    public var takesReserved = false

    /// A ring that asks something of its own.
    public init(after: Duration, when condition: Condition? = nil, requirement: Requirement?) {
        self.after = after
        self.condition = condition
        self.requirement = requirement
    }

    /// A ring that asks less than was asked before.
    public init(after: Duration, when condition: Condition? = nil, relaxation: Relaxation) {
        self.after = after
        self.condition = condition
        self.relaxation = relaxation
    }
}

extension RingConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(after)
        writer.write(condition)
        writer.write(requirement)
        writer.write(relaxation)
        writer.write(sites)
        writer.write(raise)
        writer.write(isSkippedUnstaffed)
        writer.write(takesReserved)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "ring")
        let after: Duration = try reader.read()
        let condition: Condition? = try reader.readOptional()
        self.init(after: after, when: condition, requirement: try reader.readOptional())
        relaxation = try reader.readOptional()
        sites = try reader.readArray()
        raise = try reader.readInt()
        isSkippedUnstaffed = try reader.readBool()
        takesReserved = try reader.readBool()
    }

    /// Reads those of a queue as they were written when rings knew of time and requirements only.
    static func readTimed(from reader: inout WireReader) throws(WireError) -> [RingConfiguration] {
        var rings: [RingConfiguration] = []
        for _ in 0..<(try reader.readCount()) {
            rings.append(RingConfiguration(after: try reader.read(), requirement: try reader.readOptional()))
        }
        return rings
    }
}
