public import ContactCenter
public import Wire

/// A contact, and while it waits, where it stands.
public struct ContactStanding: Hashable, Sendable {
    /// The contact.
    public var contact: ContactView
    /// Its position and expected wait; nil unless it waits or is on offer.
    public var forecast: WaitForecast?
    /// What whoever made it is told of incidents.
    public var messages: [IncidentMessage]

    /// A contact with its forecast.
    public init(contact: ContactView, forecast: WaitForecast?, messages: [IncidentMessage] = []) {
        self.contact = contact
        self.forecast = forecast
        self.messages = messages
    }
}

extension ContactStanding: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(forecast)
        writer.write(messages)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            contact: try reader.read(), forecast: try reader.readOptional(),
            messages: try reader.readArray(bound: Incident.countBound))
    }
}
