/// What the floor's owner is to tell somebody, once the events behind it are durable.
public struct Directive: Hashable, Sendable {
    /// Whom it is told. A supervisor is told everything.
    public enum Audience: Hashable, Sendable {
        case agent(AgentID)
        case supervisors
    }

    public let audience: Audience
    public let notice: Notice

    public init(_ audience: Audience, _ notice: Notice) {
        self.audience = audience
        self.notice = notice
    }
}

/// A piece of news.
public enum Notice: Hashable, Sendable {
    case offered(OfferView)
    case offerEnded(ReservationID, contact: ContactID, agent: AgentID, OfferOutcome)
    /// The contact's state, agent, queue or attributes changed.
    case contactChanged(ContactView)
    case agentChanged(AgentView)
    case configured(version: Int)
}
