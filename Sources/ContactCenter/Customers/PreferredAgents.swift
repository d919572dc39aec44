public import Wire

/// How a queue treats a contact's preferred agent.
public struct PreferredAgents: Hashable, Sendable {
    /// How long a contact waits for its preferred agent while that one is signed in; zero gives it to the agent only if
    /// free at once.
    public var wait: Duration = .zero
    /// Whether who had the customer's last contact is preferred, where nobody else is.
    public var takesLast = false

    public init() {}
}

extension PreferredAgents: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(wait)
        writer.write(takesLast)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        wait = try reader.read()
        takesLast = try reader.readBool()
    }
}
