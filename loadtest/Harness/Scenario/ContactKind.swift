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
    /// Mean of the time with the agent.
    public var handling: Duration = .seconds(2)
    /// How that time is distributed.
    public var distribution = Distribution.logNormal
    /// Standard deviation of that time over its mean, where it is log-normally distributed.
    public var variation = 1.0
    /// Mean of the time a customer is ready to wait, exponentially distributed; nil for ever.
    public var patience: Duration?
    /// Mean of the time in wrap-up, exponentially distributed.
    public var wrapUp: Duration = .zero

    public init() {}

    /// How times are distributed.
    public enum Distribution: String, CaseIterable, Sendable {
        /// As measured times are, as a rule.
        case logNormal = "log-normal"
        /// As Erlang's formulas have it.
        case exponential
    }
}
