public import Wire

/// How a requirement is relaxed: everybody who met it meets what is left.
public struct Relaxation: Hashable, Sendable {
    /// By how much levels that are asked for at least are lowered, to no less than 1.
    public var levels: Int
    /// Skills that are asked for no more.
    public var without: [SkillID]

    /// - Parameters:
    ///   - levels: 0 leaves them as they are.
    ///   - without: Empty asks for all skills as before.
    public init(levels: Int = 0, without: [SkillID] = []) {
        self.levels = levels
        self.without = without
    }
}

extension Relaxation: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(levels)
        writer.write(without)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(levels: try reader.readInt(), without: try reader.readArray())
    }
}

extension RequirementExpression {
    /// What is left of it once relaxed. What stands behind `NOT` is only ever left out.
    func relaxed(_ relaxation: Relaxation, isNegated: Bool = false) -> RequirementExpression {
        switch self {
        case .always, .never: return self
        case .not(let part): return part.relaxed(relaxation, isNegated: !isNegated).negated
        case .all(let parts): return Self.allOf(parts.map { $0.relaxed(relaxation, isNegated: isNegated) })
        case .any(let parts): return Self.anyOf(parts.map { $0.relaxed(relaxation, isNegated: isNegated) })
        case .clause(let clause):
            if let skill = clause.skill, relaxation.without.contains(skill) { return isNegated ? .never : .always }
            return isNegated ? self : .clause(clause.lowered(by: relaxation.levels))
        }
    }

    /// The same with its clauses numbered in the order of the text, as they are when it is read.
    func renumbered() -> RequirementExpression {
        var next = 0
        return renumbered(&next)
    }

    private func renumbered(_ next: inout Int) -> RequirementExpression {
        switch self {
        case .always, .never: return self
        case .not(let part): return .not(part.renumbered(&next))
        case .all(let parts): return .all(parts.map { $0.renumbered(&next) })
        case .any(let parts): return .any(parts.map { $0.renumbered(&next) })
        case .clause(let clause):
            defer { next += 1 }
            return .clause(RequirementClause(clause.subject, clause.test, number: next))
        }
    }
}

extension RequirementClause {
    /// The same for a lower level, where at least some level of a skill is asked for.
    fileprivate func lowered(by levels: Int) -> RequirementClause {
        guard case .skill = subject, case .comparison(let comparison, .number(let level)) = test,
            comparison == .greaterOrEqual || comparison == .greater
        else { return self }
        // Above 0 is the same as at least 1.
        let least: Double = comparison == .greater ? 0 : 1
        guard level > least else { return self }
        return RequirementClause(
            subject, .comparison(comparison, .number(max(least, level - Double(levels)))), number: number)
    }
}
