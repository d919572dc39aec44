/// What requirements can ask of an agent: skills with levels, attributes, home site.
public struct AgentProfile: Hashable, Sendable {
    /// The highest level of a skill.
    public static let levelBound = 10
    /// The name by which requirements ask for the queue that an agent is kept for.
    public static let reservedFor = "reserved-for"
    /// The name by which requirements ask for one agent.
    static let idName = "id"

    /// One skill of an agent.
    public struct Skill: Hashable, Sendable {
        /// The skill.
        public let id: SkillID
        /// 1 to ``AgentProfile/levelBound``.
        public let level: Int
    }

    /// Sorted by id, each id once.
    public let skills: [Skill]
    /// What is known of the agent beside their skills.
    public let attributes: Attributes
    /// The home site.
    public let site: SiteID
    /// Whose profile it is; nil for nobody in particular.
    public let id: AgentID?

    /// Levels above ``levelBound`` count as that; a level of 0 or less is the same as not having the skill.
    public init(skills: [SkillID: Int], attributes: Attributes = Attributes(), site: SiteID, id: AgentID? = nil) {
        self.skills = skills.filter { $0.value > 0 }
            .map { Skill(id: $0.key, level: min($0.value, Self.levelBound)) }
            .sorted { $0.id < $1.id }
        self.attributes = attributes
        self.site = site
        self.id = id
    }

    /// What a configuration says of an agent. The queue that the agent is kept for, if any, is the attribute
    /// ``reservedFor``.
    public init(_ configuration: AgentConfiguration) {
        var attributes = configuration.attributes
        if let queue = configuration.reservedFor { attributes[Self.reservedFor] = .text(queue.name) }
        self.init(skills: configuration.skills, attributes: attributes, site: configuration.site, id: configuration.id)
    }

    /// The same without a skill.
    func without(_ skill: SkillID) -> AgentProfile {
        AgentProfile(skills: skills.filter { $0.id != skill }, attributes: attributes, site: site, id: id)
    }

    private init(skills: [Skill], attributes: Attributes, site: SiteID, id: AgentID?) {
        self.skills = skills
        self.attributes = attributes
        self.site = site
        self.id = id
    }

    /// The agent's level of a skill, 0 without it. Complexity: O(log count).
    public func level(of skill: SkillID) -> Int {
        var low = 0
        var high = skills.count
        while low < high {
            let middle = (low + high) / 2
            if skills[middle].id < skill { low = middle + 1 } else { high = middle }
        }
        return low < skills.count && skills[low].id == skill ? skills[low].level : 0
    }
}
