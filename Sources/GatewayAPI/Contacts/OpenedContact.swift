/// Answer to `POST /v1/contacts`.
public struct OpenedContact: Codable, Hashable, Sendable {
    /// The contact, such as `c0-12`.
    public var contact: String
    /// The session it belongs to, such as `s0-3`.
    public var session: String
    /// How the customer is called back instead of waiting on the line; nil where that is not agreed.
    public var callback: ContactCallback?
    /// The message that the contact became, with what the customer is to be told; nil for none.
    public var message: ContactMessage?
    /// What the customer is to be told who is sent away; nil otherwise.
    public var sentAway: String?
    /// What whoever made it is to be told of incidents; nil for nothing.
    public var incidents: [IncidentNotice]?

    public init(contact: String, session: String, incidents: [IncidentNotice]? = nil) {
        self.contact = contact
        self.session = session
        self.incidents = incidents
    }
}
