/// Contacts by what became of them.
public struct RunCounts: Hashable, Sendable, Codable {
    /// Contacts that were to be opened.
    public var arrivals = 0
    /// Contacts whose opening was acknowledged.
    public var opened = 0
    /// Contacts that an agent was connected to.
    public var answered = 0
    /// Contacts whose customer gave up waiting.
    public var abandoned = 0
    /// Contacts that the center did not take.
    public var refused = 0
    /// Contacts of which it was never learned whether they were opened.
    public var unknown = 0
    /// Of those opened, how many the center no longer knows though they did not end.
    public var lost = 0
    /// Contacts that one opening made twice; 0 unless the center broke its promise.
    public var doubled = 0
    /// Handled to their end, wrap-up included.
    public var completed = 0
    /// Given up by the harness when the run ended.
    public var cutOff = 0
    /// Sent more than a millisecond later than intended: the harness or all its connections were busy.
    public var sentLate = 0
    /// Offers that agents received.
    public var offers = 0
    /// Offers that agents rejected.
    public var rejected = 0
    /// Offers that agents let ring.
    public var unanswered = 0
    /// Requests that were sent, repeated ones included.
    public var requests = 0
    /// Requests that were sent again.
    public var retries = 0
    /// Requests that no answer came to.
    public var failures = 0
}
