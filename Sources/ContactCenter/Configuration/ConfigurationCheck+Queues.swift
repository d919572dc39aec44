extension ConfigurationCheck {
    mutating func checkQueues() {
        checkIDs(configuration.queues.map(\.id), "queue", "queues")
        checkLabels(configuration.queues.map(\.label), "queues")
        for (index, queue) in configuration.queues.enumerated() {
            let path = "queues[\(index)]"
            if let calendar = queue.calendar, !calendars.contains(calendar) {
                report(
                    "\(path).calendar",
                    "queue `\(queue.id)` names calendar `\(calendar)`, which is not defined"
                        + advice(calendar, among: configuration.calendars.map(\.id)))
            }
            checkRequirement(queue.requirement, of: "queue `\(queue.id)`", at: "\(path).requirement")
            checkBounds(of: queue, at: path)
            checkRings(of: queue, at: path)
            checkBlending(of: queue, at: path)
            checkOverflow(of: queue, at: path)
        }
    }

    private mutating func checkBounds(of queue: QueueConfiguration, at path: String) {
        check(queue.priority, in: ConfigurationBounds.priority, "priority", at: "\(path).priority")
        check(queue.maximumLength, in: ConfigurationBounds.maximumLength, "maximum length", at: "\(path).maximumLength")
        check(queue.maximumWait, in: ConfigurationBounds.wait, "maximum wait", at: "\(path).maximumWait")
        check(
            queue.maximumWaitUnstaffed, in: ConfigurationBounds.wait, "maximum wait without staff",
            at: "\(path).maximumWaitUnstaffed")
        check(queue.offerTimeout, in: ConfigurationBounds.offerTimeout, "offer timeout", at: "\(path).offerTimeout")
        check(queue.wrapUpLimit, in: ConfigurationBounds.wrapUpLimit, "wrap-up limit", at: "\(path).wrapUpLimit")
        check(
            queue.serviceLevelThreshold, in: ConfigurationBounds.wait, "threshold of the service level",
            at: "\(path).serviceLevelThreshold")
        check(
            queue.serviceLevelTarget, in: ConfigurationBounds.share, "target of the service level",
            at: "\(path).serviceLevelTarget")
        check(
            queue.pointWorth, in: ConfigurationBounds.pointWorth, "worth of a point of priority",
            at: "\(path).pointWorth")
        check(queue.weight, in: ConfigurationBounds.weight, "weight", at: "\(path).weight")
        checkSites(of: queue, at: path)
        check(
            queue.preferredAgents.wait, in: ConfigurationBounds.preferredWait, "wait for a preferred agent",
            at: "\(path).preferredAgents.wait")
    }

    private mutating func checkRings(of queue: QueueConfiguration, at path: String) {
        if queue.rings.count > ConfigurationBounds.rings {
            report(
                "\(path).rings",
                "queue `\(queue.id)` has \(queue.rings.count) rings; at most \(ConfigurationBounds.rings) are allowed")
        }
        var last = Duration.zero
        for (index, ring) in queue.rings.enumerated() {
            let path = "\(path).rings[\(index)]"
            // What is taken by a condition may be taken at once, and stands where it is to be looked at.
            if ring.condition == nil || ring.after != .zero {
                check(ring.after, in: ConfigurationBounds.wait, "wait before a ring", at: "\(path).after")
            }
            if index > 0, ring.condition == nil, ring.after <= last {
                report(
                    "\(path).after", "the rings of queue `\(queue.id)` must come later one by one; put them in order")
            }
            if ring.condition == nil { last = ring.after }
            check(ring, of: "a ring of queue `\(queue.id)`", at: path)
        }
    }

    private mutating func check(_ ring: RingConfiguration, of owner: String, at path: String) {
        checkRequirement(ring.requirement, of: owner, at: "\(path).requirement")
        check(ring.raise, in: ConfigurationBounds.raise, "raise of the priority", at: "\(path).raise")
        checkSites(ring.sites, of: owner, at: "\(path).sites")
        guard let relaxation = ring.relaxation else { return }
        check(relaxation.levels, in: ConfigurationBounds.relaxation, "levels less", at: "\(path).relaxation.levels")
        for skill in relaxation.without where !skills.contains(skill) {
            report(
                "\(path).relaxation.without",
                "\(owner) leaves out skill `\(skill)`, which is not defined"
                    + advice(skill, among: configuration.skills.map(\.id)))
        }
    }

    mutating func checkSites(_ named: [SiteID], of owner: String, at path: String) {
        for site in named where !sites.contains(site) {
            report(
                path,
                "\(owner) names site `\(site)`, which is not defined"
                    + advice(site, among: configuration.sites.map(\.id)))
        }
    }

    mutating func checkRequirement(_ requirement: Requirement?, of owner: String, at path: String) {
        var seen: Set<SkillID> = []
        for clause in requirement?.parts.expression.clauses ?? [] {
            guard case .skill(let skill) = clause.subject else { continue }
            if !skills.contains(skill), seen.insert(skill).inserted {
                report(
                    path,
                    "\(owner) asks for skill `\(skill)`, which is not defined"
                        + advice(skill, among: configuration.skills.map(\.id)))
            } else if clause.levelMask == 0 {
                report(path, "\(owner) asks for a level of skill `\(skill)` that nobody can have; levels are 1 to 10")
            }
        }
    }
}
