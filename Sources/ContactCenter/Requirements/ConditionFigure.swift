/// What a condition may ask of the moment, by the name that stands for it.
enum ConditionFigure: String, CaseIterable, Hashable, Sendable {
    /// Seconds since the contact came into its queue.
    case waited
    /// Seconds that the contact is expected to wait yet for an agent who may serve it at its present ring; unknown while
    /// there are none.
    case ewt
    /// Agents signed in who may serve the contact at its present ring, wherever they are at home.
    case staffed
    /// Of those, the ones who are free for one more contact of this channel.
    case idle
    /// Contacts that wait in the queue, at the contact's own partition.
    case waiting
    /// The contact's priority.
    case priority
    /// The customer's number, address or id.
    case customer
    /// The contact's channel.
    case channel

    /// Whether it takes counting agents to say it.
    var countsAgents: Bool {
        switch self {
        case .ewt, .staffed, .idle: true
        case .waited, .waiting, .priority, .customer, .channel: false
        }
    }

    /// Whether it is a number; else it is a text.
    var isNumber: Bool {
        switch self {
        case .waited, .ewt, .staffed, .idle, .waiting, .priority: true
        case .customer, .channel: false
        }
    }

    /// Whether it changes by itself while the contact waits, at times that are not known beforehand.
    var changes: Bool {
        switch self {
        case .ewt, .staffed, .idle, .waiting: true
        case .waited, .priority, .customer, .channel: false
        }
    }
}
