/// An incident that is not over, as `GET /v1/incidents` lists it.
public struct OpenIncident: Codable, Hashable, Sendable {
    /// The incident's id.
    public var id: String
    /// What customers are told.
    public var message: String
    /// Whose contacts; nil for all.
    public var when: String?
    /// In which queues; empty for all.
    public var queues: [String]
    /// Since when.
    public var from: DateTime
    /// When it is over; nil until it is ended.
    public var until: DateTime?

    public init(id: String, message: String, when: String?, queues: [String], from: DateTime, until: DateTime?) {
        self.id = id
        self.message = message
        self.when = when
        self.queues = queues
        self.from = from
        self.until = until
    }
}
