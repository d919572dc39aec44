public import ContactCenter

/// What the rules need of a configuration.
public struct HistoryConfiguration: Hashable, Sendable, Codable {
    /// Limit of wrap-up where a queue has none of its own, in microseconds; nil for none.
    public var wrapUpLimit: Int64?
    /// Every queue.
    public var queues: [Queue]
    /// Every agent.
    public var agents: [Agent]
    /// Every capacity profile.
    public var capacities: [Capacity]

    /// A queue.
    public struct Queue: Hashable, Sendable, Codable {
        /// The queue's id.
        public var id: QueueID
        /// Text of what its contacts ask at first; nil asks nothing.
        public var requirement: String?
        /// Priority of its contacts that state none.
        public var priority: Int
        /// What its contacts ask at each ring, in order; an element of nil asks nothing.
        public var rings: [String?]
        /// In microseconds; nil for the center's, zero leaves wrap-up out.
        public var wrapUpLimit: Int64?
        /// Whether contacts may be ended for having waited too long.
        public var hasMaximumWait: Bool
        /// Whether the queue, or a ring, changes what contacts ask that bring a requirement of their own.
        public var changesBrought: Bool?
        /// Whether contacts come in another order than by priority and age alone, or widen in another than by age.
        public var isOrderedOtherwise: Bool?
    }

    /// An agent.
    public struct Agent: Hashable, Sendable, Codable {
        /// The agent's id.
        public var id: AgentID
        /// The home site.
        public var site: SiteID
        /// Levels by skill.
        public var skills: [String: Int]
        /// Attributes by name.
        public var attributes: [String: Value]
        /// The capacity profile.
        public var capacity: CapacityID
        /// The queues served; nil for every one.
        public var queues: [QueueID]?
        /// Number of the partition that the agent is at home in; nil where there is one partition for all.
        public var home: UInt16?
    }

    /// A capacity profile.
    public struct Capacity: Hashable, Sendable, Codable {
        /// The profile's id.
        public var id: CapacityID
        /// The limits by channel.
        public var channels: [Limit]
    }

    /// What an agent may do on one channel.
    public struct Limit: Hashable, Sendable, Codable {
        /// The channel's name.
        public var channel: String
        /// The most contacts at once.
        public var maximum: Int
        /// Channels that are not served beside this one, by name.
        public var excludes: [String]
        /// Channels whose contacts do not stand in the way of this one, by name.
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
    ///
    /// - Parameter home: Number of the partition that an agent is at home in; nil where there is one for all.
    public init(_ configuration: CenterConfiguration, home: (AgentConfiguration) -> UInt16? = { _ in nil }) {
        wrapUpLimit = configuration.settings.wrapUpLimit?.wholeMicroseconds
        // To whom something is released in part, contacts come by their numbers.
        let isReleased = configuration.agents.contains { !$0.releases.isEmpty }
        queues = configuration.queues.map { queue in
            let asked = configuration.requirements(of: queue)
            return Queue(
                id: queue.id, requirement: asked[0]?.text, priority: queue.priority,
                rings: asked.dropFirst().map { $0?.text }, wrapUpLimit: queue.wrapUpLimit?.wholeMicroseconds,
                hasMaximumWait: queue.maximumWait != nil || queue.maximumWaitUnstaffed != nil,
                changesBrought: configuration.hasReservedAgents || !queue.sites.isEmpty
                    || queue.rings.contains { $0.relaxation != nil },
                isOrderedOtherwise: queue.pointWorth != nil || isReleased || configuration.limitsSites(of: queue)
                    || configuration.treatsCustomers(in: queue)
                    || queue.rings.contains { $0.condition != nil || $0.isSkippedUnstaffed || $0.raise != 0 })
        }
        agents = configuration.agents.map { agent in
            Agent(
                id: agent.id, site: agent.site,
                skills: Dictionary(uniqueKeysWithValues: agent.skills.map { ($0.key.name, $0.value) }),
                attributes: Dictionary(
                    uniqueKeysWithValues: AgentProfile(agent).attributes.entries.map { ($0.name, Value($0.value)) }),
                capacity: agent.capacity, queues: agent.queues?.sorted(), home: home(agent))
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

extension CenterConfiguration {
    /// Whether contacts of a queue may have another priority than they brought, or wait for some agents.
    fileprivate func treatsCustomers(in queue: QueueConfiguration) -> Bool {
        queue.preferredAgents.wait != .zero
            || customers.rules.contains { $0.queues.isEmpty || $0.queues.contains(queue.id) }
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
