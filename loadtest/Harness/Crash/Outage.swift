/// What a fault did to whoever serves a partition.
struct Outage: Sendable {
    /// From when on new contacts are to be accepted again.
    let since: ContinuousClock.Instant
    /// When the others came to miss the owner; nil where that is not how it goes.
    var missed: ContinuousClock.Instant?

    /// How long it took until the owner was missed.
    var detection: Duration? { missed.map { max(.zero, since.duration(to: $0)) } }
}
