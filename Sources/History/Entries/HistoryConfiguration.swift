public import ContactCenter

/// What the rules need of a configuration.
public struct HistoryConfiguration: Hashable, Sendable, Codable {
    /// Limit of wrap-up where a queue has none of its own, in microseconds; nil for none.
    public var wrapUpLimit: Int64?
    public var queues: [Queue]
    public var agents: [Agent]
    public var capacities: [Capacity]

    /// A queue.
    public struct Queue: Hashable, Sendable, Codable {
        public var id: QueueID
        /// Text of the requirement; nil asks nothing.
        public var requirement: String?
        public var priority: Int
        /// The wider requirements in order; an element of nil asks nothing.
        public var rings: [String?]
        /// In microseconds; nil for the center's, zero leaves wrap-up out.
        public var wrapUpLimit: Int64?
        /// Whether contacts may be ended for having waited too long.
        public var hasMaximumWait: Bool
    }

    /// An agent.
    public struct Agent: Hashable, Sendable, Codable {
        public var id: AgentID
        public var site: SiteID
        /// Levels by skill.
        public var skills: [String: Int]
        public var attributes: [String: Value]
        public var capacity: CapacityID
        /// The queues served; nil for every one.
        public var queues: [QueueID]?
    }

    /// A capacity profile.
    public struct Capacity: Hashable, Sendable, Codable {
        public var id: CapacityID
        public var channels: [Limit]
    }

    /// What an agent may do on one channel.
    public struct Limit: Hashable, Sendable, Codable {
        public var channel: String
        public var maximum: Int
        public var excludes: [String]
        public var interrupts: [String]
    }

    /// An attribute's value.
    public enum Value: Hashable, Sendable, Codable {
        case text(String)
        case number(Double)
        case truth(Bool)
        case list([String])
    }
}

extension HistoryConfiguration {
    /// What is recorded of a configuration.
    public init(_ configuration: CenterConfiguration) {
        wrapUpLimit = configuration.settings.wrapUpLimit?.wholeMicroseconds
        queues = configuration.queues.map { queue in
            Queue(
                id: queue.id, requirement: queue.requirement?.text, priority: queue.priority,
                rings: queue.rings.map { $0.requirement?.text }, wrapUpLimit: queue.wrapUpLimit?.wholeMicroseconds,
                hasMaximumWait: queue.maximumWait != nil || queue.maximumWaitUnstaffed != nil)
        }
        agents = configuration.agents.map { agent in
            Agent(
                id: agent.id, site: agent.site,
                skills: Dictionary(uniqueKeysWithValues: agent.skills.map { ($0.key.name, $0.value) }),
                attributes: Dictionary(
                    uniqueKeysWithValues: agent.attributes.entries.map { ($0.name, Value($0.value)) }),
                capacity: agent.capacity, queues: agent.queues?.sorted())
        }
        capacities = configuration.capacities.map { capacity in
            Capacity(
                id: capacity.id,
                channels: capacity.channels.map { limit in
                    Limit(
                        channel: limit.channel.name, maximum: limit.maximum,
                        excludes: limit.excludes.map(\.name).sorted(),
                        interrupts: limit.interrupts.map(\.name).sorted())
                })
        }
    }
}

extension HistoryConfiguration.Value {
    init(_ value: AttributeValue) {
        self =
            switch value {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .truth(let truth): .truth(truth)
            case .list(let list): .list(list)
            }
    }

    var attribute: AttributeValue {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .truth(let truth): .truth(truth)
        case .list(let list): .list(list)
        }
    }
}
