public import Wire

/// What a customer is told of an incident.
public struct IncidentMessage: Hashable, Sendable {
    /// The incident.
    public var incident: IncidentID
    /// What the customer is told.
    public var message: String

    public init(incident: IncidentID, message: String) {
        self.incident = incident
        self.message = message
    }
}

extension IncidentMessage: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(incident)
        writer.write(message)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(incident: try reader.read(), message: try reader.readString(bound: Incident.messageBound))
    }
}
