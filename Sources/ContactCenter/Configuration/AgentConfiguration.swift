public import Wire

/// A person who handles contacts.
public struct AgentConfiguration: Hashable, Sendable {
    /// The agent's id.
    public var id: AgentID
    /// A name for people.
    public var label: String
    /// The home site.
    public var site: SiteID
    /// Levels 1 to 10 by skill.
    public var skills: [SkillID: Int]
    /// What requirements may ask of the agent beside skills.
    public var attributes: Attributes
    /// The capacity profile.
    public var capacity: CapacityID
    /// The queues the agent serves; nil for every queue whose requirements the agent meets.
    public var queues: Set<QueueID>?
    /// The queue the agent is kept for: others get the agent only at rings that take reserved agents; nil for none.
    public var reservedFor: QueueID?
    /// Channels and skills that are new to the agent, of which they get a share.
    public var releases: [Release] = []

    public init(
        id: AgentID, label: String = "", site: SiteID, skills: [SkillID: Int] = [:],
        attributes: Attributes = Attributes(), capacity: CapacityID, queues: Set<QueueID>? = nil
    ) {
        self.id = id
        self.label = label
        self.site = site
        self.skills = skills
        self.attributes = attributes
        self.capacity = capacity
        self.queues = queues
    }
}

extension AgentConfiguration: WireValue {
    /// Skills and queues are written in the order of their names: the same configuration is the same bytes.
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 3)
        writer.write(id)
        writer.write(label)
        writer.write(site)
        writer.write(UInt64(skills.count))
        for (skill, level) in skills.sorted(by: { $0.key < $1.key }) {
            writer.write(skill)
            writer.write(level)
        }
        writer.write(attributes)
        writer.write(capacity)
        writer.write(queues != nil)
        if let queues { writer.write(sorted: queues, by: <) }
        writer.write(reservedFor)
        writer.write(releases)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(3, of: "agent")
        self.init(
            id: try reader.read(), label: try reader.read(), site: try reader.read(),
            skills: try Self.readSkills(from: &reader), attributes: try reader.read(), capacity: try reader.read(),
            queues: try reader.readBool() ? try reader.readSet(sortedBy: <) : nil)
        if layout > 1 { reservedFor = try reader.readOptional() }
        guard layout > 2 else { return }
        releases = try reader.readArray()
    }

    private static func readSkills(from reader: inout WireReader) throws(WireError) -> [SkillID: Int] {
        let count = try reader.readCount()
        var skills: [SkillID: Int] = [:]
        var last: SkillID?
        for _ in 0..<count {
            let skill: SkillID = try reader.read()
            if let last, last >= skill { throw WireError(.invalidValue, reading: "order of skills", at: reader.offset) }
            skills[skill] = try reader.readInt()
            last = skill
        }
        return skills
    }
}
