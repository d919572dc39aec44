internal import ContactCenter

extension ConfigurationReader {
    private static let queueKeys = [
        "label", "requirement", "priority", "order", "calendar", "maximum-length", "maximum-wait",
        "maximum-wait-unstaffed", "join-when-empty", "offer-timeout", "wrap-up-limit", "rings", "service-level",
        "sites", "point-worth", "weight", "at-closing", "blend", "callbacks", "overflow", "preferred-agent",
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
        queue.sites = readQueueSites(fields["sites"], at: "\(place).sites")
        queue.closing = fields["at-closing"]?.choice(among: SiteClosing.allCases, named: \.name) ?? .handOver
        queue.pointWorth = fields["point-worth"]?.duration(in: ConfigurationBounds.pointWorth)
        queue.weight = fields["weight"]?.number(in: ConfigurationBounds.weight) ?? 1
        queue.blending = readBlending(trace(fields["blend"], as: "\(place).blending"), at: place)
        queue.preferredAgents = readPreferredAgents(fields["preferred-agent"])
        readServiceLevel(fields["service-level"], of: &queue)
        queue.callbacks = readCallbacks(trace(fields["callbacks"], as: "\(place).callbacks"), at: place)
        queue.overflow = readOverflow(trace(fields["overflow"], as: "\(place).overflow"), at: place)
        return queue
    }

    private mutating func readRings(_ node: LocatedNode?, at place: String) -> [RingConfiguration] {
        var rings: [RingConfiguration] = []
        for item in node?.list() ?? [] {
            guard let fields = item.fields(Self.ringKeys) else { continue }
            let place = "\(place).rings[\(rings.count)]"
            trace(item, as: place)
            var ring = RingConfiguration(after: .zero, when: fields["when"]?.condition(), requirement: nil)
            let after = fields["when"] == nil ? fields.required("after") : fields["after"]
            if let after = trace(after, as: "\(place).after") {
                guard let duration = after.duration(in: ConfigurationBounds.wait) else { continue }
                ring.after = duration
            } else if fields["when"] == nil {
                continue
            }
            readWidening(fields, of: &ring, at: place)
            rings.append(ring)
        }
        return rings
    }

    private static let ringKeys = [
        "after", "when", "requirement", "relax", "sites", "raise", "skip-if-unstaffed", "take-reserved",
    ]

    /// What a ring changes. One that says nothing of what is asked, but something else, leaves it as it was; one that
    /// says nothing at all asks nothing.
    private mutating func readWidening(_ fields: LocatedMapping, of ring: inout RingConfiguration, at place: String) {
        ring.requirement = trace(fields["requirement"], as: "\(place).requirement")?.requirement()
        ring.sites = readSites(fields["sites"], at: "\(place).sites")
        ring.raise = fields["raise"]?.integer(in: ConfigurationBounds.raise) ?? 0
        ring.isSkippedUnstaffed = fields["skip-if-unstaffed"]?.truth() ?? false
        ring.takesReserved = fields["take-reserved"]?.truth() ?? false
        guard let relax = fields["relax"] else {
            let isOfSomethingElse = ["sites", "raise", "take-reserved"].contains { fields[$0] != nil }
            if fields["requirement"] == nil, isOfSomethingElse { ring.relaxation = Relaxation() }
            return
        }
        if fields["requirement"] != nil {
            relax.reportKey("a ring has a `requirement` of its own or relaxes what was asked before; leave one out")
        }
        guard let fields = relax.fields("levels", "without") else { return }
        let without = trace(fields["without"], as: "\(place).relaxation.without")?.listOrOne() ?? []
        ring.relaxation = Relaxation(
            levels: fields["levels"]?.integer(in: ConfigurationBounds.relaxation) ?? 0,
            without: without.compactMap { $0.text().map(SkillID.init) })
    }

    private mutating func readSites(_ node: LocatedNode?, at place: String) -> [SiteID] {
        trace(node, as: place)?.listOrOne()?.compactMap { $0.text().map(SiteID.init) } ?? []
    }

    private func readServiceLevel(_ node: LocatedNode?, of queue: inout QueueConfiguration) {
        guard let fields = node?.fields("threshold", "target") else { return }
        if let threshold = fields.required("threshold")?.duration(in: ConfigurationBounds.wait) {
            queue.serviceLevelThreshold = threshold
        }
        if let target = fields["target"]?.share() { queue.serviceLevelTarget = target }
    }
}
