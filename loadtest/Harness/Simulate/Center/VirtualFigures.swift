/// What one play of a center in virtual time counted.
public struct VirtualFigures: Hashable, Sendable {
    /// Contacts that came in, those turned away included.
    public var contacts = 0
    /// Contacts that an agent answered.
    public var answered = 0
    /// Contacts whose customers gave up.
    public var abandoned = 0
    /// Contacts that the center did not take, or ended by itself before they were answered.
    public var turnedAway = 0
    /// Contacts that were not answered at once.
    public var delayed = 0
    /// Contacts that were answered within the service-level threshold of their queue.
    public var answeredInTime = 0
    /// Waits of all contacts, in seconds.
    public var waitSeconds = 0.0
    /// Waits of those that were answered, in seconds.
    public var answeredWaitSeconds = 0.0
    /// Time that agents spent with contacts and in wrap-up, in seconds.
    public var busySeconds = 0.0
    /// Offers to agents of another site than the contact's.
    public var offersAcross = 0
    /// Contacts that agents of another site answered.
    public var answeredAcross = 0
    /// Agents that asked another site for a contact in vain.
    public var claimsInVain = 0
    /// Contacts for which another site was asked for an agent in vain.
    public var askedInVain = 0
    /// Summaries that sites sent to each of the others.
    public var summaries = 0
    /// Commands that the floors carried out.
    public var commands = 0

    /// Mean wait of all contacts, in seconds.
    public var meanWait: Double { contacts > 0 ? waitSeconds / Double(contacts) : 0 }
    /// Mean wait of those that were answered, in seconds.
    public var answeredMeanWait: Double { answered > 0 ? answeredWaitSeconds / Double(answered) : 0 }
    /// Share of all contacts that were answered in time.
    public var serviceLevel: Double { share(answeredInTime) }
    /// Share of all contacts that were given up.
    public var abandonment: Double { share(abandoned) }
    /// Share of all contacts that were not answered at once.
    public var delay: Double { share(delayed) }
    /// Share of all contacts that were answered by agents of another site.
    public var across: Double { share(answeredAcross) }

    private func share(_ count: Int) -> Double { contacts > 0 ? Double(count) / Double(contacts) : 0 }
}
