/// Conditions made ready to be asked again and again: a table of steps, walked without recursion.
///
/// A step asks one clause and says where to go on if it is met and if it is not; a condition is where its walk begins.
/// Conditions that ask for the same share the clause, and during one decision no clause is asked twice: with a hundred
/// rules over a few attributes, an attribute is looked up once.
struct ConditionTable: Sendable {
    private static let met: Int32 = -1
    private static let unmet: Int32 = -2

    private struct Step {
        let clause: Int32
        let ifMet: Int32
        let ifUnmet: Int32
    }

    private var clauses: ContiguousArray<RequirementClause> = []
    private var steps: ContiguousArray<Step> = []
    /// By condition.
    private var starts: ContiguousArray<Int32> = []
    /// A bit a clause: asked in the decision under way, and how it was answered.
    private var asked: ContiguousArray<UInt64> = []
    private var answers: ContiguousArray<UInt64> = []

    /// - Parameter conditions: Those without any always hold.
    init(_ conditions: [Condition?]) {
        var numbers: [Question: Int32] = [:]
        for condition in conditions {
            let start = condition.map { compile($0.expression, Self.met, Self.unmet, &numbers) }
            starts.append(start ?? Self.met)
        }
        asked = ContiguousArray(repeating: 0, count: (clauses.count + 63) >> 6)
        answers = asked
    }

    /// Begins a decision: what was answered before counts no more.
    mutating func begin() {
        for word in asked.indices { asked[word] = 0 }
    }

    /// Whether a condition holds, at the moment that the decision is about. Complexity: O(clauses).
    mutating func isMet(_ condition: Int, at moment: ConditionMoment) -> Bool {
        var place = starts[condition]
        while place >= 0 {
            let step = steps[Int(place)]
            place = answer(Int(step.clause), moment) ? step.ifMet : step.ifUnmet
        }
        return place == Self.met
    }

    private mutating func answer(_ clause: Int, _ moment: ConditionMoment) -> Bool {
        let word = clause >> 6
        let bit: UInt64 = 1 << UInt64(clause & 63)
        if asked[word] & bit == 0 {
            asked[word] |= bit
            if clauses[clause].isMet(at: moment) { answers[word] |= bit } else { answers[word] &= ~bit }
        }
        return answers[word] & bit != 0
    }

    private struct Question: Hashable {
        let subject: RequirementClause.Subject
        let test: RequirementClause.Test
    }

    /// Adds the steps of an expression behind those of what follows it.
    ///
    /// - Returns: Where its walk begins.
    private mutating func compile(
        _ expression: RequirementExpression, _ ifMet: Int32, _ ifUnmet: Int32, _ numbers: inout [Question: Int32]
    ) -> Int32 {
        switch expression {
        case .always: return ifMet
        case .never: return ifUnmet
        case .not(let part): return compile(part, ifUnmet, ifMet, &numbers)
        case .all(let parts):
            return parts.reversed().reduce(ifMet) { compile($1, $0, ifUnmet, &numbers) }
        case .any(let parts):
            return parts.reversed().reduce(ifUnmet) { compile($1, ifMet, $0, &numbers) }
        case .clause(let clause):
            let question = Question(subject: clause.subject, test: clause.test)
            let number = numbers[question] ?? Int32(clauses.count)
            if Int(number) == clauses.count { clauses.append(clause) }
            numbers[question] = number
            steps.append(Step(clause: number, ifMet: ifMet, ifUnmet: ifUnmet))
            return Int32(steps.count - 1)
        }
    }
}
