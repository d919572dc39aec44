internal import ContactCenter

extension ConfigurationReader {
    mutating func readAgent(_ entry: LocatedEntry, at place: String) -> AgentConfiguration {
        var agent = AgentConfiguration(id: AgentID(entry.key), site: "", capacity: "")
        let known = ["label", "site", "capacity", "skills", "attributes", "queues", "reserved-for", "release"]
        guard let fields = entry.value.fields(known) else { return agent }
        agent.label = label(fields["label"])
        agent.site = SiteID(trace(fields.required("site"), as: "\(place).site")?.text() ?? "")
        agent.capacity = CapacityID(trace(fields.required("capacity"), as: "\(place).capacity")?.text() ?? "")
        for skill in fields["skills"]?.entries() ?? [] {
            trace(skill.value, as: "\(place).skills.\(skill.key)")
            agent.skills[SkillID(skill.key)] = skill.value.integer(in: ConfigurationBounds.level)
        }
        agent.attributes = readAttributes(fields["attributes"])
        agent.reservedFor = trace(fields["reserved-for"], as: "\(place).reservedFor")?.text().map(QueueID.init)
        agent.releases = readReleases(fields["release"], at: place)
        if let queues = fields["queues"] { agent.queues = readQueues(queues, at: place) }
        return agent
    }

    private func readAttributes(_ node: LocatedNode?) -> Attributes {
        var attributes = Attributes()
        for entry in node?.entries() ?? [] {
            guard attributes.entries.count < Attributes.countBound else {
                entry.value.reportKey("an agent has at most \(Attributes.countBound) attributes")
                break
            }
            guard (1...Attributes.nameBound).contains(entry.key.utf8.count) else {
                entry.value.reportKey("an attribute's name has 1 to \(Attributes.nameBound) bytes")
                continue
            }
            attributes[entry.key] = entry.value.attributeValue()
        }
        return attributes
    }

    private mutating func readQueues(_ node: LocatedNode, at place: String) -> Set<QueueID> {
        var queues: Set<QueueID> = []
        for item in node.listOrOne() ?? [] {
            guard let name = item.text() else { continue }
            trace(item, as: "\(place).queues.\(name)")
            if !queues.insert(QueueID(name)).inserted { item.report("queue `\(name)` is listed twice") }
        }
        return queues
    }
}
