/// Carries messages from one node to all, such as heartbeats and summaries.
///
/// A message may be lost, for all or only for some, and may come twice; those of one node under one topic arrive in
/// the order in which they were published. A node hears its own messages too, on the way on which others hear them:
/// that tells it whether it is connected.
///
/// It belongs to a node's place in the network and lasts as long: see ``Transport`` for what begins and ends that.
public protocol Broadcast: Sendable {
    /// Longest message in bytes.
    var messageBound: Int { get }

    /// Publishes a message to every subscriber of a topic, and returns once it was handed to the network.
    ///
    /// Nothing is kept for later: while the network is out of reach it throws rather than wait.
    ///
    /// - Throws: ``ClusterError`` with `unreachable` when the network is out of reach, `malformed` when the message is
    ///   longer than ``messageBound``.
    func publish(_ message: [UInt8], under topic: BroadcastTopic) async throws(ClusterError)

    /// Begins to receive what is published under a topic, until the subscription is ended.
    ///
    /// It outlasts every interruption of the network: what was published meanwhile is lost, and what comes later
    /// arrives again.
    ///
    /// - Parameter receive: Is handed each message, one after another for one sender. It returns at once and may be
    ///   called from any thread.
    /// - Throws: ``ClusterError`` with `unreachable` when the network was never reached.
    func subscribe(
        to topic: BroadcastTopic, receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(ClusterError) -> BroadcastSubscription
}
