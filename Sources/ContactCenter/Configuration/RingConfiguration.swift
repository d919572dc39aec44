public import Wire

/// One step of widening a requirement.
public struct RingConfiguration: Hashable, Sendable {
    /// Since the contact was queued.
    public var after: Duration
    /// What is asked from then on; nil asks nothing.
    public var requirement: Requirement?

    public init(after: Duration, requirement: Requirement?) {
        self.after = after
        self.requirement = requirement
    }
}

extension RingConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(after)
        writer.write(requirement)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            after: try reader.read(), requirement: try reader.read())
    }
}
