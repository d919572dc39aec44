/// A queue as it can be seen from outside, at one instant.
public struct QueueView: Hashable, Sendable {
    /// The queue's id.
    public var id: QueueID
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
    public var oldest: Timestamp?
    /// Agents signed in that serve it.
    public var staffed: Int
    /// Agents that serve it, are available and reachable, and have nothing in hand.
    public var idle: Int
    /// EWT: how long whoever joined it now would wait, in whole seconds; nil when nobody serves it.
    public var expectedWait: Duration?
    /// What has been counted.
    public var figures: QueueFigures

    public init(
        id: QueueID, label: String, isOpen: Bool, waiting: Int, offered: Int, connected: Int, oldest: Timestamp?,
        staffed: Int, idle: Int, expectedWait: Duration?, figures: QueueFigures
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
        self.expectedWait = expectedWait
        self.figures = figures
    }
}

/// What a queue has done since the center was first configured.
public struct QueueFigures: Hashable, Sendable {
    /// Contacts that came in.
    public var opened = 0
    /// Contacts that an agent accepted.
    public var answered = 0
    /// Contacts that an agent accepted within the service level's threshold.
    public var answeredWithinThreshold = 0
    /// Contacts whose customer left before an agent accepted.
    public var abandoned = 0
    /// Of those abandoned, how many within the threshold.
    public var abandonedWithinThreshold = 0
    /// Contacts that were ended for having waited too long, or by a rule of the queue.
    public var timedOut = 0
    /// Contacts handled to their end.
    public var completed = 0
    /// Refused because the queue was full, closed or empty.
    public var refused = 0
    /// Sum of the waits of those answered.
    public var answeredWait: Duration = .zero
    /// Sum of connected, held and wrap-up time of those completed.
    public var handleTime: Duration = .zero

    public init() {}

    /// Service level, answered formula: answered within the threshold over all answered; nil before the first.
    public var serviceLevelOfAnswered: Double? {
        answered > 0 ? Double(answeredWithinThreshold) / Double(answered) : nil
    }

    /// Service level, offered formula: answered within the threshold over answered, abandoned and timed out; nil
    /// before the first.
    public var serviceLevelOfOffered: Double? {
        let offered = answered + abandoned + timedOut
        return offered > 0 ? Double(answeredWithinThreshold) / Double(offered) : nil
    }

    /// Service level, offered formula without those who abandoned within the threshold; nil before the first.
    public var serviceLevelWithoutShortAbandons: Double? {
        let offered = answered + abandoned + timedOut - abandonedWithinThreshold
        return offered > 0 ? Double(answeredWithinThreshold) / Double(offered) : nil
    }

    /// ASA: mean wait of those answered; nil before the first.
    public var averageSpeedOfAnswer: Duration? { answered > 0 ? answeredWait / answered : nil }

    /// AHT: mean of connected, held and wrap-up time of those completed; nil before the first.
    public var averageHandleTime: Duration? { completed > 0 ? handleTime / completed : nil }
}
