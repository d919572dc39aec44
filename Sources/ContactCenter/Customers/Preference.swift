public import Wire

/// Agents whom a contact waits for, for a while, before everybody who may serve it gets it.
public struct Preference: Hashable, Sendable {
    /// The most that one contact has.
    static let countBound = 8

    /// The most clauses of ``agents``.
    public static let clauseBound = 16

    /// Who is preferred: what is asked of agents beside what the contact asks anyway.
    public var agents: Requirement
    /// For how long.
    public var wait: Duration
    /// Why, for people: `the agent preferred`, `rule vip`.
    public var reason: String

    public init(agents: Requirement, wait: Duration, reason: String) {
        self.agents = agents
        self.wait = wait
        self.reason = reason
    }

    /// One agent.
    init(_ agent: AgentID, wait: Duration) {
        let clause = RequirementClause(
            .agent(AgentProfile.idName), .comparison(.equal, .text(agent.name)), number: 0)
        self.init(agents: Requirement(.clause(clause)), wait: wait, reason: "the agent preferred")
    }

    /// What is asked of agents anyway, and that they are of those preferred.
    func narrowing(_ asked: Requirement?) -> Requirement {
        guard let asked else { return agents }
        return Requirement(
            RequirementExpression.allOf([asked.parts.expression, agents.parts.expression]).renumbered())
    }
}

extension Preference: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(agents)
        writer.write(wait)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(agents: try reader.read(), wait: try reader.read(), reason: try reader.readString(bound: 256))
    }
}
