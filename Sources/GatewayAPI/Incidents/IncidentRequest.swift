/// Body of `PUT /v1/incidents/{incident}`.
public struct IncidentRequest: Codable, Hashable, Sendable {
    /// What customers are told; at most 1,024 bytes.
    public var message: String
    /// Whose contacts, such as `topic == 'shop'`; nil for all.
    public var when: String?
    /// In which queues; nil for all.
    public var queues: [String]?
    /// When it is over; nil until it is ended.
    public var until: DateTime?

    public init(message: String, when: String? = nil, queues: [String]? = nil, until: DateTime? = nil) {
        self.message = message
        self.when = when
        self.queues = queues
        self.until = until
    }
}

extension IncidentRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let message = fields.text("message")
        let when = fields.text("when")
        let queues = fields.texts("queues")
        let until = fields.time("until")
        fields.missing("message")
        guard let message else { return nil }
        self.init(message: message, when: when, queues: queues, until: until)
    }
}
