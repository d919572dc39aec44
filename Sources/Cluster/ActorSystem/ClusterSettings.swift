/// The bounds and periods of a ``ClusterActorSystem``.
public struct ClusterSettings: Hashable, Sendable {
    /// Most calls of this node that may wait for an answer; one more is refused with `overloaded`.
    public var outstandingBound = 100_000
    /// Most calls that may wait for or run on one actor; one more is refused with `overloaded`.
    public var mailboxBound = 1_024
    /// Most frames that may wait for one peer; one more call is refused with `overloaded`. Answers and
    /// cancellations may use as much again; beyond that they are dropped and counted.
    public var outboxBound = 65_536
    /// Most peers this node talks to; calls to one more are refused with `overloaded`.
    public var peerBound = 4_096
    /// Most actors that may be resident at once; a call that would activate one more is refused with `overloaded`.
    public var residentBound = 1_000_000
    /// A virtual actor that was not called for this long may be passivated.
    public var idleAfter: Duration = .seconds(60)
    /// How often idle actors are looked for: the oftener, the fewer have to be let go of at a time.
    public var sweepEvery: Duration = .seconds(1)

    public init() {}
}
