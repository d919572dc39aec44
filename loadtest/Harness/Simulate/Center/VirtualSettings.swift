/// What lies between the sites of a center in virtual time.
public struct VirtualSettings: Hashable, Sendable {
    /// How long a message takes from one site to another.
    public var delay: Duration = .milliseconds(20)
    /// How long it takes until what a site has decided is durable, and may leave it.
    public var journal: Duration = .zero
    /// How long the center is played before anything counts, so that it does not count that it began empty.
    public var warmUp: Duration = .zero

    public init() {}

    /// From one site to another and back.
    public var roundTrip: Duration { delay * 2 }
}
