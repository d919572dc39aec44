/// A contact that comes in.
public struct OpenContact: Hashable, Sendable {
    /// The channel that it comes in on.
    public var channel: Channel
    /// The queue that it is for.
    public var queue: QueueID
    /// Phone number, address or web id of the customer; nil when unknown. At most 256 bytes.
    public var customer: String?
    /// What is known of it.
    public var attributes: Attributes
    /// nil for the queue's own.
    public var requirement: Requirement?
    /// nil for the queue's own; -1000 to 1000.
    public var priority: Int?
    /// Who gets the contact if free at once; nil for nobody in particular.
    public var preferredAgent: AgentID?
    /// The session it goes on; nil begins a new one.
    public var session: SessionID?
    /// The customer does not wait on the line from the beginning, and is to be called back; nil for one who waits.
    public var callback: RequestCallback?

    public init(
        channel: Channel, queue: QueueID, customer: String? = nil, attributes: Attributes = Attributes(),
        requirement: Requirement? = nil, priority: Int? = nil, preferredAgent: AgentID? = nil, session: SessionID? = nil
    ) {
        self.channel = channel
        self.queue = queue
        self.customer = customer
        self.attributes = attributes
        self.requirement = requirement
        self.priority = priority
        self.preferredAgent = preferredAgent
        self.session = session
    }
}
