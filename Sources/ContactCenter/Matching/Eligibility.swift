/// What every agent is able to do, laid out so that the set of agents who meet a requirement is found by operations
/// on whole sets: for each skill and level the agents who have at least that.
struct Eligibility: Sendable {
    /// How many answers about agents' attributes are kept.
    private static let attributeBound = 64
    private static let noLevels = ContiguousArray(repeating: SlotSet(), count: AgentProfile.levelBound)

    private(set) var profiles: ContiguousArray<AgentProfile?> = []
    /// By agent: the queues they are members of; nil for all.
    private var memberships: ContiguousArray<[QueueSlot]?> = []
    /// By agent, of those who have any: what they may have a share of.
    private var releases: [Int32: [Release]] = [:]
    private var known = SlotSet()
    private var everywhere = SlotSet()
    private var members: ContiguousArray<SlotSet> = []
    /// By skill, then level less 1.
    private var levels: [SkillID: ContiguousArray<SlotSet>] = [:]
    /// Who meets a clause over attributes of agents, for clauses asked lately.
    private var attributes: [AttributeQuestion: SlotSet] = [:]
    private var attributeOrder: [AttributeQuestion] = []
    /// Agents by id; nil until one is asked for.
    private var agents: [String: Int32]?

    private struct AttributeQuestion: Hashable {
        let name: String
        let test: RequirementClause.Test
    }

    func profile(of agent: Int32) -> AgentProfile? {
        agent < profiles.count ? profiles[Int(agent)] : nil
    }

    /// Whether an agent is a member of a queue.
    func isMember(_ agent: Int32, of queue: QueueSlot) -> Bool {
        everywhere.contains(agent) || queue.index < members.count && members[Int(queue.index)].contains(agent)
    }

    /// Whether an agent is a member of a class's queue, meets what is left of its requirement, and is not withheld from
    /// it.
    func mayServe(_ agent: Int32, _ key: WaitingClass.Key, residual: Requirement?) -> Bool {
        guard isMember(agent, of: key.queue), var profile = profile(of: agent) else { return false }
        if key.withheld > 0, let releases = releases[agent] {
            for release in releases where release.thousandths <= key.withheld {
                switch release.subject {
                case .channel(let channel): if channel == key.channel { return false }
                case .skill(let skill): profile = profile.without(skill)
                }
            }
        }
        return residual?.parts.expression.isMet(by: profile, answers: ContactAnswers()) ?? true
    }

    /// Notes what an agent is able to do.
    ///
    /// - Returns: Whether that is news.
    mutating func set(
        _ agent: Int32, profile: AgentProfile, queues: [QueueSlot]?, releases shares: [Release]
    ) -> Bool {
        while profiles.count <= agent {
            profiles.append(nil)
            memberships.append([])
        }
        let old = profiles[Int(agent)]
        guard old != profile || memberships[Int(agent)] != queues || releases[agent] ?? [] != shares else {
            return false
        }
        releases[agent] = shares.isEmpty ? nil : shares
        setMembership(agent, queues: queues)
        if old != profile { setProfile(agent, from: old, to: profile) }
        return true
    }

    /// The agents who are members of a queue.
    func members(of queue: QueueSlot) -> SlotSet {
        var set = everywhere
        if queue.index < members.count { set.formUnion(members[Int(queue.index)]) }
        return set
    }

    /// The agents who may serve a class. Complexity: O(clauses · agents / 64), and O(agents) for a clause over an attribute
    /// of agents that was not asked lately.
    mutating func eligible(for key: WaitingClass.Key, residual: Requirement?) -> SlotSet {
        var set = members(of: key.queue)
        if let residual { set.formIntersection(meeting(residual.parts.expression)) }
        guard key.withheld > 0 else { return set }
        for agent in releases.keys { set.set(agent, to: mayServe(agent, key, residual: residual)) }
        return set
    }

    /// The agents who are members of a queue and meet what is left of a requirement, whatever is released to them.
    mutating func eligible(queue: QueueSlot, residual: Requirement?) -> SlotSet {
        let key = WaitingClass.Key(
            queue: queue, requirement: nil, answers: ContactAnswers(), ring: 0, channel: .voice, withheld: 0)
        return eligible(for: key, residual: residual)
    }

    private mutating func meeting(_ expression: RequirementExpression) -> SlotSet {
        switch expression {
        case .always: return known
        case .never: return SlotSet()
        case .clause(let clause): return meeting(clause)
        case .not(let part):
            var set = known
            set.subtract(meeting(part))
            return set
        case .all(let parts):
            var set = meeting(parts[0])
            for part in parts.dropFirst() { set.formIntersection(meeting(part)) }
            return set
        case .any(let parts):
            var set = meeting(parts[0])
            for part in parts.dropFirst() { set.formUnion(meeting(part)) }
            return set
        }
    }

    private mutating func meeting(_ clause: RequirementClause) -> SlotSet {
        switch clause.subject {
        case .skill(let id): return having(id, levelMask: clause.levelMask)
        case .agent(let name): return meeting(AttributeQuestion(name: name, test: clause.test))
        case .contact, .unqualified, .figure:
            preconditionFailure("a residual requirement mentions more than the agent: \(clause.text)")
        }
    }

    /// Who has one of the levels; a run of levels is who has at least its first, but not the one behind its last.
    private func having(_ skill: SkillID, levelMask: UInt16) -> SlotSet {
        var result = SlotSet()
        var level = 0
        while level <= AgentProfile.levelBound {
            guard levelMask >> UInt16(level) & 1 != 0 else {
                level += 1
                continue
            }
            var run = atLeast(level, skill)
            while level <= AgentProfile.levelBound, levelMask >> UInt16(level) & 1 != 0 { level += 1 }
            run.subtract(atLeast(level, skill))
            result.formUnion(run)
        }
        return result
    }

    private func atLeast(_ level: Int, _ skill: SkillID) -> SlotSet {
        if level == 0 { return known }
        guard level <= AgentProfile.levelBound, let sets = levels[skill] else { return SlotSet() }
        return sets[level - 1]
    }

    /// The one agent of an id. Complexity: O(1), but for the first time.
    private mutating func named(_ id: String) -> SlotSet {
        let known =
            agents
            ?? Dictionary(
                profiles.enumerated().compactMap { agent, profile in (profile?.id).map { ($0.name, Int32(agent)) } },
                uniquingKeysWith: { first, _ in first })
        agents = known
        var set = SlotSet()
        if let agent = known[id] { set.insert(agent) }
        return set
    }

    private mutating func meeting(_ question: AttributeQuestion) -> SlotSet {
        if question.name == AgentProfile.idName, case .comparison(.equal, .text(let id)) = question.test {
            return named(id)
        }
        if let set = attributes[question] { return set }
        var set = SlotSet()
        for (agent, profile) in profiles.enumerated() {
            if let profile, question.test.isMet(by: profile.value(of: question.name)) { set.insert(Int32(agent)) }
        }
        if attributeOrder.count == Self.attributeBound { attributes[attributeOrder.removeFirst()] = nil }
        attributeOrder.append(question)
        attributes[question] = set
        return set
    }

    private mutating func setMembership(_ agent: Int32, queues: [QueueSlot]?) {
        for queue in memberships[Int(agent)] ?? [] { members[Int(queue.index)].remove(agent) }
        memberships[Int(agent)] = queues
        everywhere.set(agent, to: queues == nil)
        for queue in queues ?? [] {
            while members.count <= queue.index { members.append(SlotSet()) }
            members[Int(queue.index)].insert(agent)
        }
    }

    private mutating func setProfile(_ agent: Int32, from old: AgentProfile?, to new: AgentProfile) {
        profiles[Int(agent)] = new
        if old?.id != new.id { agents = nil }
        known.insert(agent)
        for skill in old?.skills ?? [] {
            for level in 1...skill.level { levels[skill.id]?[level - 1].remove(agent) }
        }
        for skill in new.skills {
            for level in 1...skill.level { levels[skill.id, default: Self.noLevels][level - 1].insert(agent) }
        }
        for question in attributeOrder {
            attributes[question]?.set(agent, to: question.test.isMet(by: new.value(of: question.name)))
        }
    }
}
