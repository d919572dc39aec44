/// What the other partitions may know of a floor: a hint of where to look for an agent or a contact, never the ground
/// of a promise.
///
/// Queues and agents are named by their places in the configuration of ``configurationVersion``.
public struct FloorSummary: Hashable, Sendable {
    /// The floor's number.
    public var floor: UInt16
    /// The version of the configuration that is in force there.
    public var configurationVersion: Int
    /// What waits there and is not asked for elsewhere, by queue and channel.
    public var waits: [Wait] = []
    /// By channel: a bit for each agent who is free for one more contact.
    public var free: [[UInt64]] = []
    /// A bit for each agent who is signed in.
    public var signedIn: [UInt64] = []
    /// A bit for each agent who is available.
    public var available: [UInt64] = []
    /// Whom the contacts of queues are held back from, as far as from anybody.
    public var heldBack: [HeldBack] = []

    /// Agents whom a queue leaves to other queues.
    public struct HeldBack: Hashable, Sendable {
        /// The queue's place in the configuration.
        public var queue: Int
        /// A bit for each agent.
        public var agents: [UInt64]
    }

    /// What waits in one queue on one channel.
    public struct Wait: Hashable, Sendable {
        /// The queue's place in the configuration.
        public var queue: Int
        /// The channel.
        public var channel: Channel
        /// How many wait; never 0.
        public var count: Int
        /// Who comes first.
        public var head: Head
    }

    /// How urgent a contact is.
    public struct Head: Hashable, Sendable {
        /// Higher goes first.
        public var priority: Int
        /// Since when it counts as waiting; the earlier goes first among equal priorities.
        public var enqueuedAt: Timestamp
    }
}
