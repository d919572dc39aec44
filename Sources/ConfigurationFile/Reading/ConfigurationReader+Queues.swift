internal import ContactCenter

extension ConfigurationReader {
    private static let queueKeys = [
        "label", "requirement", "priority", "order", "calendar", "maximum-length", "maximum-wait",
        "maximum-wait-unstaffed", "join-when-empty", "offer-timeout", "wrap-up-limit", "rings", "service-level",
    ]

    mutating func readQueue(_ entry: LocatedEntry, at place: String) -> QueueConfiguration {
        var queue = QueueConfiguration(id: QueueID(entry.key))
        guard !entry.value.isNull, let fields = entry.value.fields(Self.queueKeys) else { return queue }
        queue.label = label(fields["label"])
        queue.requirement = trace(fields["requirement"], as: "\(place).requirement")?.requirement()
        queue.priority = fields["priority"]?.integer(in: ConfigurationBounds.priority) ?? 0
        queue.order = fields["order"]?.choice(among: AgentOrder.allCases, named: \.name) ?? .longestIdle
        queue.calendar = trace(fields["calendar"], as: "\(place).calendar")?.text().map(CalendarID.init)
        queue.maximumLength = fields["maximum-length"]?.integer(in: ConfigurationBounds.maximumLength)
        queue.maximumWait = fields["maximum-wait"]?.duration(in: ConfigurationBounds.wait)
        queue.maximumWaitUnstaffed = fields["maximum-wait-unstaffed"]?.duration(in: ConfigurationBounds.wait)
        queue.joinWhenEmpty = fields["join-when-empty"]?.choice(among: JoinWhenEmpty.allCases, named: \.name) ?? .always
        queue.offerTimeout = fields["offer-timeout"]?.duration(in: ConfigurationBounds.offerTimeout)
        queue.wrapUpLimit = fields["wrap-up-limit"]?.duration(in: ConfigurationBounds.wrapUpLimit)
        queue.rings = readRings(trace(fields["rings"], as: "\(place).rings"), at: place)
        readServiceLevel(fields["service-level"], of: &queue)
        return queue
    }

    private mutating func readRings(_ node: LocatedNode?, at place: String) -> [RingConfiguration] {
        var rings: [RingConfiguration] = []
        for item in node?.list() ?? [] {
            guard let fields = item.fields("after", "requirement") else { continue }
            let place = "\(place).rings[\(rings.count)]"
            trace(item, as: place)
            guard
                let after = trace(fields.required("after"), as: "\(place).after")?.duration(
                    in: ConfigurationBounds.wait)
            else { continue }
            let requirement = trace(fields["requirement"], as: "\(place).requirement")?.requirement()
            rings.append(RingConfiguration(after: after, requirement: requirement))
        }
        return rings
    }

    private func readServiceLevel(_ node: LocatedNode?, of queue: inout QueueConfiguration) {
        guard let fields = node?.fields("threshold", "target") else { return }
        if let threshold = fields.required("threshold")?.duration(in: ConfigurationBounds.wait) {
            queue.serviceLevelThreshold = threshold
        }
        if let target = fields["target"]?.share() { queue.serviceLevelTarget = target }
    }
}
