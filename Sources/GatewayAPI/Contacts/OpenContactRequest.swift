/// Body of `POST /v1/contacts`: a contact comes in.
public struct OpenContactRequest: Codable, Hashable, Sendable {
    /// The channel that it comes in on.
    public var channel: ContactChannel
    /// The queue that it is for.
    public var queue: String
    /// Phone number, address or web id of the customer; nil when unknown. At most 256 bytes.
    public var customer: String?
    /// At most 64; nil for none.
    public var attributes: [String: ContactAttribute]?
    /// What it asks of an agent, such as `language.fr >= 3`; nil for the queue's own.
    public var requirement: String?
    /// -1000 to 1000, higher goes first; nil for the queue's own.
    public var priority: Int?
    /// Who gets the contact if free at once; nil for nobody in particular.
    public var preferredAgent: String?
    /// The session it goes on; nil begins a new one.
    public var session: String?
    /// The site whose journal holds it, the same in every repetition; nil for any that is no island. One that names an
    /// island is taken while that is cut off, at the island's own nodes.
    public var site: String?
    /// The customer is called back rather than wait on the line; nil for one who waits. One with a slot is opened where
    /// the queue's slots are kept, whatever `site` says.
    public var callback: CallbackRequest?

    public init(
        channel: ContactChannel, queue: String, customer: String? = nil,
        attributes: [String: ContactAttribute]? = nil, requirement: String? = nil, priority: Int? = nil,
        preferredAgent: String? = nil, session: String? = nil, site: String? = nil,
        callback: CallbackRequest? = nil
    ) {
        self.channel = channel
        self.queue = queue
        self.customer = customer
        self.attributes = attributes
        self.requirement = requirement
        self.priority = priority
        self.preferredAgent = preferredAgent
        self.session = session
        self.site = site
        self.callback = callback
    }
}
