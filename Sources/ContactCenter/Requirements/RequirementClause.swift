/// One question of a requirement: a name, and what is asked of its value.
struct RequirementClause: Hashable, Sendable {
    let subject: Subject
    let test: Test
    /// Its place among the clauses, from 0: the bit of ``ContactAnswers`` that is its own.
    let number: Int
    /// The levels that meet it, a bit a level from 0; only for a skill.
    private let levels: UInt16

    init(_ subject: Subject, _ test: Test, number: Int) {
        self.subject = subject
        self.test = test
        self.number = number
        levels =
            if case .skill = subject {
                (0...AgentProfile.levelBound).reduce(0) { mask, level in
                    test.isMet(by: .number(Double(level))) ? mask | 1 << UInt16(level) : mask
                }
            } else {
                0
            }
    }

    /// Whose value is asked for.
    enum Subject: Hashable, Sendable {
        case skill(SkillID)
        case agent(String)
        case contact(String)
        /// A name that stands alone: the contact's attribute, or else the agent's skill.
        case unqualified(String)
        /// What holds at the moment; only in conditions.
        case figure(ConditionFigure)
    }

    /// What is asked of the value.
    enum Test: Hashable, Sendable {
        case comparison(Comparison, Value)
        case membership([Value])
        case holding(String)
        case presence
    }

    enum Comparison: String, Hashable, Sendable {
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// A value as it is written in a requirement.
    enum Value: Hashable, Sendable {
        case number(Double)
        case text(String)
        case truth(Bool)
    }

    var asksContact: Bool {
        switch subject {
        case .contact, .unqualified: true
        case .skill, .agent, .figure: false
        }
    }

    var skill: SkillID? {
        switch subject {
        case .skill(let id): id
        case .unqualified(let name): SkillID(name)
        case .agent, .contact, .figure: nil
        }
    }

    /// Which of the levels 0 to 10 of a skill meet it, a bit a level.
    var levelMask: UInt16 { levels }

    func isMet(by agent: AgentProfile, answers: ContactAnswers) -> Bool {
        switch subject {
        case .skill(let id): levels >> UInt16(agent.level(of: id)) & 1 != 0
        case .agent(let name): test.isMet(by: agent.value(of: name))
        case .contact: answers.met >> UInt64(number) & 1 != 0
        case .unqualified(let name):
            answers.absent >> UInt64(number) & 1 != 0
                ? agent.level(of: SkillID(name)) > 0 : answers.met >> UInt64(number) & 1 != 0
        case .figure: false
        }
    }

    func collectAnswers(of contact: Attributes, into answers: inout ContactAnswers) {
        switch subject {
        case .skill, .agent, .figure: break
        case .contact(let name), .unqualified(let name):
            let value = contact[name]
            if value == nil { answers.absent |= 1 << UInt64(number) }
            if test.isMet(by: value) { answers.met |= 1 << UInt64(number) }
        }
    }

    /// The value that is asked for, for people; nil when it is not known.
    func actual(agent: AgentProfile, contact: Attributes) -> String? {
        switch subject {
        case .skill(let id): "\(agent.level(of: id))"
        case .agent(let name): agent.value(of: name).map(Self.described)
        case .contact(let name): contact[name].map(Self.described)
        case .unqualified(let name):
            contact[name].map(Self.described) ?? "\(agent.level(of: SkillID(name)))"
        case .figure: nil
        }
    }

    /// A value for people.
    static func described(_ value: AttributeValue) -> String {
        switch value {
        case .text(let text): Value.text(text).written
        case .number(let number): Value.number(number).written
        case .truth(let truth): Value.truth(truth).written
        case .list(let texts): "(" + texts.map { Value.text($0).written }.joined(separator: ", ") + ")"
        }
    }
}

extension RequirementClause.Test {
    func isMet(by value: AttributeValue?) -> Bool {
        switch self {
        case .comparison(let comparison, let wanted): comparison.isMet(by: value, wanted: wanted)
        case .membership(let values):
            values.contains { RequirementClause.Comparison.equal.isMet(by: value, wanted: $0) }
        case .holding(let text):
            switch value {
            case .list(let texts): texts.contains(text)
            case .text(let own): own == text
            case .number, .truth, nil: false
            }
        case .presence:
            switch value {
            case .truth(let truth): truth
            case .number(let number): number != 0
            case .text(let text): !text.isEmpty
            case .list(let texts): !texts.isEmpty
            case nil: false
            }
        }
    }
}

extension RequirementClause.Comparison {
    func isMet(by value: AttributeValue?, wanted: RequirementClause.Value) -> Bool {
        switch (value, wanted) {
        case (.number(let number), .number(let wanted)): isMet(by: number, wanted: wanted)
        case (.text(let text), .text(let wanted)): isMet(by: text, wanted: wanted)
        case (.truth(let truth), .truth(let wanted)): (self == .equal) == (truth == wanted) && isEquality
        default: self == .unequal
        }
    }

    private var isEquality: Bool { self == .equal || self == .unequal }

    private func isMet<Operand: Comparable>(by value: Operand, wanted: Operand) -> Bool {
        switch self {
        case .equal: value == wanted
        case .unequal: value != wanted
        case .less: value < wanted
        case .lessOrEqual: value <= wanted
        case .greater: value > wanted
        case .greaterOrEqual: value >= wanted
        }
    }
}

extension AgentProfile {
    /// An attribute, the home site as `site`, and the agent's own id as `id`.
    func value(of name: String) -> AttributeValue? {
        switch name {
        case "site": .text(site.name)
        case Self.idName: id.map { .text($0.name) } ?? attributes[name]
        default: attributes[name]
        }
    }
}
