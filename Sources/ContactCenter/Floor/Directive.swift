/// What the floor's owner is to tell somebody, once the events behind it are durable.
///
/// What is told to an agent and to supervisors makes two directives, one for each, so that an owner only has to look
/// at the audience. Directives for supervisors are made only while somebody supervises.
public struct Directive: Hashable, Sendable {
    /// Whom it is told.
    public enum Audience: Hashable, Sendable {
        /// That agent alone.
        case agent(AgentID)
        /// All who supervise; they are told everything.
        case supervisors
    }

    /// Who is to be told.
    public let audience: Audience
    /// What they are told.
    public let notice: Notice

    public init(_ audience: Audience, _ notice: Notice) {
        self.audience = audience
        self.notice = notice
    }
}

/// A piece of news.
public enum Notice: Hashable, Sendable {
    // What is seen of something is large and lies apart, so that all who are told share it.
    indirect case offered(OfferView)
    case offerEnded(ReservationID, contact: ContactID, agent: AgentID, OfferOutcome)
    /// The contact's state, agent, queue or attributes changed.
    indirect case contactChanged(ContactView)
    indirect case agentChanged(AgentView)
    case configured(version: Int)
}
