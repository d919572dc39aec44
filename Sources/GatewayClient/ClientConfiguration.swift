/// How a client talks to the gateway.
public struct ClientConfiguration: Sendable {
    /// The most connections kept for requests; streams have their own.
    public var connections = 64
    /// How long one attempt may take.
    public var attemptTimeout: Duration = .seconds(10)
    /// How long a connection may take to be made.
    public var connectTimeout: Duration = .seconds(3)
    /// How long a stream may be silent, heartbeats included, before it is taken for dead.
    public var streamSilence: Duration = .seconds(45)
    /// What is done when a request fails in a way that may pass.
    public var retries = RetryPolicy()
    /// The time that idempotency keys are made with, in milliseconds since 1970; nil for the system's clock, or
    /// the center's after ``GatewayClient/followCenterClock()``.
    public var keyTime: (@Sendable () -> Int64)?
    /// Is told which partitions an answer lacks, separated by commas, because the gateway could not reach them.
    public var whenPartial: @Sendable (_ partitions: String) -> Void = { _ in }

    public init() {}
}
