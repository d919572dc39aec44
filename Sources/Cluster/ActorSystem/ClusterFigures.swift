/// What a ``ClusterActorSystem`` has done since its start, and what it holds now, as plain numbers.
public struct ClusterFigures: Hashable, Sendable {
    /// Calls made from this node, local ones that went through a mailbox included.
    public internal(set) var callsMade = 0
    /// Calls that were begun on an actor of this node.
    public internal(set) var callsServed = 0
    /// Calls made from this node that reached their deadline.
    public internal(set) var timeouts = 0
    /// Calls made from this node whose caller was cancelled.
    public internal(set) var cancellations = 0
    /// Calls refused here because a bound was reached.
    public internal(set) var overloads = 0
    /// Received packets or frames that could not be read, and were dropped or answered with an error.
    public internal(set) var malformed = 0
    /// Answers that came for a call that was over already.
    public internal(set) var lateAnswers = 0
    /// Calls that arrived while the same call was still being served, and were dropped.
    public internal(set) var duplicates = 0
    /// Answers and cancellations that were dropped because their peer's outbox was full or the peer out of reach.
    public internal(set) var framesDropped = 0
    /// Packets handed to the transport.
    public internal(set) var packetsSent = 0
    /// Packets received.
    public internal(set) var packetsReceived = 0
    /// Actors activated by a call.
    public internal(set) var activations = 0
    /// Activations that failed.
    public internal(set) var activationFailures = 0
    /// Idle actors let go of.
    public internal(set) var passivations = 0
    /// Calls made from this node that wait for their answer now.
    public internal(set) var outstanding = 0
    /// Actors resident on this node now.
    public internal(set) var residents = 0

    public init() {}
}
