public import Wire

extension AgentView: WireValue {
    /// The most skills of one agent that are read.
    public static let skillBound = 1_024
    /// The most contacts or offers of one agent that are read.
    public static let contactBound = 4_096

    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(label)
        writer.write(site)
        writer.write(availability)
        writer.write(next)
        writer.write(work)
        writer.write(since)
        writer.write(isReachable)
        let skills = skills.sorted { $0.key < $1.key }
        writer.write(UInt64(skills.count))
        for (skill, level) in skills {
            writer.write(skill)
            writer.write(level)
        }
        writer.writeCapacity(capacity)
        writer.write(contacts)
        writer.write(offers)
        writer.write(unanswered)
        writer.write(interrupted)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.read(), label: try reader.readString(), site: try reader.read(),
            availability: try reader.read(), next: try reader.readOptional(), work: try reader.read(),
            since: try reader.read(), isReachable: try reader.readBool(), skills: try Self.readSkills(&reader),
            capacity: try reader.readCapacity(), contacts: try reader.readArray(bound: Self.contactBound),
            offers: try reader.readArray(bound: Self.contactBound), unanswered: try reader.readInt(),
            interrupted: try reader.readArray(bound: Self.contactBound))
    }

    private static func readSkills(_ reader: inout WireReader) throws(WireError) -> [SkillID: Int] {
        var skills: [SkillID: Int] = [:]
        for _ in 0..<(try reader.readCount(bound: skillBound)) {
            let skill: SkillID = try reader.read()
            skills[skill] = try reader.readInt()
        }
        return skills
    }
}
