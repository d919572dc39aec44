/// The periods and tolerances of membership, all in protocol time.
public struct MembershipSettings: Hashable, Sendable {
    /// How often a node tells that it lives.
    public var heartbeatEvery: Duration = .milliseconds(200)
    /// A node that was not heard for longer is suspected to be gone.
    public var suspicionAfter: Duration = .seconds(1)
    /// How long a node must have heard itself before it takes anything over.
    public var settling: Duration = .seconds(2)
    /// A clock that differs by more from those of most others is off.
    public var clockTolerance: Duration = .seconds(2)
    /// A suspected node is forgotten after so long.
    public var forgottenAfter: Duration = .seconds(600)
    /// A partition that was handed over to a named node is anybody's after so long.
    public var bequestFor: Duration = .seconds(5)
    /// Most nodes that are remembered; a further one is not taken in.
    public var memberBound = 1_024

    public init() {}
}
