/// One event of an event stream, and where it stands.
public struct StreamEvent: Hashable, Sendable {
    /// Its position, to be sent as `Last-Event-ID` to go on behind it; nil where the event has none of its own.
    public var id: String?
    /// What happened.
    public var body: Body

    public init(id: String?, body: Body) {
        self.id = id
        self.body = body
    }

    /// What happened; the name of each is the event's `event` field.
    public enum Body: Hashable, Sendable {
        /// The whole state as it is now; what was known before is to be forgotten.
        case reset(StreamState)
        /// A contact is offered.
        case offered(Offer)
        /// An offer is no longer open.
        case offerEnded(EndedOffer)
        /// A contact's state, agent, queue or attributes changed.
        case contact(Contact)
        /// A contact that waits stands elsewhere, or is expected to wait longer or shorter.
        case wait(ContactWait)
        /// What whoever made the contact is told of incidents has changed.
        case incidents(ContactIncidents)
        /// An agent changed.
        case agent(Agent)
        /// Another configuration is in force.
        case configured(ConfiguredEvent)

        /// The value of the `event` field.
        public var name: String {
            switch self {
            case .reset: "reset"
            case .offered: "offered"
            case .offerEnded: "offer-ended"
            case .contact: "contact"
            case .wait: "wait"
            case .incidents: "incidents"
            case .agent: "agent"
            case .configured: "configured"
            }
        }
    }
}
