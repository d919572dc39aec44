/// The tree of a requirement. Groups hold at least two parts, none of their own kind.
indirect enum RequirementExpression: Hashable, Sendable {
    /// Asks nothing; only as the outcome of a simplification.
    case always
    /// Cannot be met.
    case never
    case clause(RequirementClause)
    case not(RequirementExpression)
    case all([RequirementExpression])
    case any([RequirementExpression])

    func isMet(by agent: AgentProfile, answers: ContactAnswers) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .clause(let clause): clause.isMet(by: agent, answers: answers)
        case .not(let part): !part.isMet(by: agent, answers: answers)
        case .all(let parts): parts.allSatisfy { $0.isMet(by: agent, answers: answers) }
        case .any(let parts): parts.contains { $0.isMet(by: agent, answers: answers) }
        }
    }

    /// All clauses, in the order of the text.
    var clauses: [RequirementClause] {
        switch self {
        case .always, .never: []
        case .clause(let clause): [clause]
        case .not(let part): part.clauses
        case .all(let parts), .any(let parts): parts.flatMap(\.clauses)
        }
    }

    func collectAnswers(of contact: Attributes, into answers: inout ContactAnswers) {
        switch self {
        case .always, .never: break
        case .clause(let clause): clause.collectAnswers(of: contact, into: &answers)
        case .not(let part): part.collectAnswers(of: contact, into: &answers)
        case .all(let parts), .any(let parts):
            for part in parts { part.collectAnswers(of: contact, into: &answers) }
        }
    }

    /// What is left of it once the contact has answered.
    func simplified(_ answers: ContactAnswers) -> RequirementExpression {
        switch self {
        case .always, .never: return self
        case .clause(let clause): return Self.simplified(clause, answers)
        case .not(let part): return part.simplified(answers).negated
        case .all(let parts): return Self.allOf(parts.map { $0.simplified(answers) })
        case .any(let parts): return Self.anyOf(parts.map { $0.simplified(answers) })
        }
    }

    private static func simplified(_ clause: RequirementClause, _ answers: ContactAnswers) -> RequirementExpression {
        let bit: UInt64 = 1 << UInt64(clause.number)
        switch clause.subject {
        case .skill, .agent, .figure: return .clause(clause)
        case .unqualified(let name) where answers.absent & bit != 0:
            return .clause(RequirementClause(.skill(SkillID(name)), .presence, number: clause.number))
        case .contact, .unqualified: return answers.met & bit != 0 ? .always : .never
        }
    }

    var negated: RequirementExpression {
        switch self {
        case .always: .never
        case .never: .always
        case .not(let part): part
        case .clause, .all, .any: .not(self)
        }
    }

    /// Parts that must all be met, as flat and short as it goes.
    static func allOf(_ parts: [RequirementExpression]) -> RequirementExpression {
        var kept: [RequirementExpression] = []
        for part in parts {
            switch part {
            case .always: continue
            case .never: return .never
            case .all(let inner): kept += inner
            case .clause, .not, .any: kept.append(part)
            }
        }
        return kept.count > 1 ? .all(kept) : kept.first ?? .always
    }

    /// Parts of which one must be met, as flat and short as it goes.
    static func anyOf(_ parts: [RequirementExpression]) -> RequirementExpression {
        var kept: [RequirementExpression] = []
        for part in parts {
            switch part {
            case .never: continue
            case .always: return .always
            case .any(let inner): kept += inner
            case .clause, .not, .all: kept.append(part)
            }
        }
        return kept.count > 1 ? .any(kept) : kept.first ?? .never
    }
}

extension RequirementExpression {
    var text: String {
        switch self {
        case .always: "NOT NEVER"
        case .never: "NEVER"
        case .clause(let clause): clause.text
        case .not(let part): "NOT " + part.text(inside: self)
        case .all(let parts): parts.map { $0.text(inside: self) }.joined(separator: " AND ")
        case .any(let parts): parts.map { $0.text(inside: self) }.joined(separator: " OR ")
        }
    }

    private func text(inside group: RequirementExpression) -> String {
        switch (group, self) {
        case (.not, .all), (.not, .any), (.all, .any): "(\(text))"
        default: text
        }
    }

    /// Adds the parts that are to blame when the whole is not met.
    func collectUnmet(
        by agent: AgentProfile, contact: Attributes, answers: ContactAnswers, into unmet: inout [UnmetClause]
    ) {
        guard !isMet(by: agent, answers: answers) else { return }
        switch self {
        case .always: break
        case .never: unmet.append(UnmetClause(clause: text, actual: "nothing"))
        case .clause(let clause):
            unmet.append(UnmetClause(clause: text, actual: clause.actual(agent: agent, contact: contact)))
        case .not(.clause(let clause)):
            unmet.append(UnmetClause(clause: text, actual: clause.actual(agent: agent, contact: contact)))
        case .not: unmet.append(UnmetClause(clause: text, actual: ""))
        case .all(let parts), .any(let parts):
            for part in parts { part.collectUnmet(by: agent, contact: contact, answers: answers, into: &unmet) }
        }
    }
}
