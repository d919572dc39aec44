/// Answer to `POST /v1/contacts`.
public struct OpenedContact: Codable, Hashable, Sendable {
    /// The contact, such as `c0-12`.
    public var contact: String
    /// The session it belongs to, such as `s0-3`.
    public var session: String
    /// What whoever made it is to be told of incidents; nil for nothing.
    public var incidents: [IncidentNotice]?

    public init(contact: String, session: String, incidents: [IncidentNotice]? = nil) {
        self.contact = contact
        self.session = session
        self.incidents = incidents
    }
}
