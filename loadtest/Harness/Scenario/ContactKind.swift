public import ContactCenter

/// One kind of contact.
public struct ContactKind: Hashable, Sendable {
    /// How often it comes, against the shares of the other kinds.
    public var share = 1.0
    /// nil for any queue of the center, each as often as the other.
    public var queue: QueueID?
    /// The channel that it comes in on.
    public var channel: Channel = .voice
    /// What is known of it when it comes in.
    public var attributes = Attributes()
    /// nil for the queue's own.
    public var requirement: String?
    /// One of these, each as often as the other; empty for the queue's own.
    public var priorities: [Int] = []
    /// Mean of the time with the agent, log-normally distributed.
    public var handling: Duration = .seconds(2)
    /// Standard deviation of that time over its mean.
    public var variation = 1.0
    /// Mean of the time a customer is ready to wait, exponentially distributed; nil for ever.
    public var patience: Duration?
    /// Mean of the time in wrap-up, exponentially distributed.
    public var wrapUp: Duration = .zero

    public init() {}
}
