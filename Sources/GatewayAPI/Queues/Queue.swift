/// A queue and its live figures, as `GET /v1/queues/{id}` shows them.
public struct Queue: Codable, Hashable, Sendable {
    /// Its id in the configuration.
    public var id: String
    /// A name for people.
    public var label: String
    /// Whether its calendar has it open.
    public var isOpen: Bool
    /// Contacts that wait, those on offer left out.
    public var waiting: Int
    /// Contacts on offer to an agent.
    public var offered: Int
    /// Connected or held.
    public var connected: Int
    /// Enqueue time of the contact that has waited longest; nil when none waits.
    public var oldest: DateTime?
    /// Agents signed in that serve it.
    public var staffed: Int
    /// Agents that serve it, are available and reachable, and have nothing in hand.
    public var idle: Int
    /// EWT: how many seconds whoever joined it now would wait; nil when nobody serves it.
    public var expectedWaitSeconds: Double?
    /// What has been counted.
    public var figures: QueueTotals

    public init(
        id: String, label: String, isOpen: Bool, waiting: Int, offered: Int, connected: Int, oldest: DateTime?,
        staffed: Int, idle: Int, expectedWaitSeconds: Double?, figures: QueueTotals
    ) {
        self.id = id
        self.label = label
        self.isOpen = isOpen
        self.waiting = waiting
        self.offered = offered
        self.connected = connected
        self.oldest = oldest
        self.staffed = staffed
        self.idle = idle
        self.expectedWaitSeconds = expectedWaitSeconds
        self.figures = figures
    }
}
