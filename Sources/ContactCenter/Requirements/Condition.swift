public import Wire

/// When a rule holds for a contact: an expression in the language of ``Requirement`` that asks for no agent.
///
/// ```
/// waited >= 60 OR staffed == 0 AND tier == 'gold'
/// ```
///
/// A name stands for what holds at the moment: `waited` (seconds since the contact came into its queue), `ewt`
/// (seconds that the contact is expected to wait yet), `staffed` and `idle` (agents signed in who may serve
/// the contact as things are, and of them those with room for it), `waiting` (contacts in the queue), `priority`,
/// `customer`, `channel`. Every other name, and every name behind `contact.`, is an attribute of the contact.
public struct Condition: Hashable, Sendable {
    let expression: RequirementExpression

    /// Parses a text, within the bounds of ``Requirement``.
    ///
    /// - Throws: ``RequirementError``, which says at which character something else was expected.
    public init(parsing text: some StringProtocol) throws(RequirementError) {
        try self.init(String(text), bound: Requirement.textBound)
    }

    private init(_ text: String, bound: Int) throws(RequirementError) {
        var parser = try RequirementParser(text, .condition, bound: bound)
        expression = try parser.parse()
    }

    /// The canonical text, as that of a requirement.
    public var text: String { expression.text }

    /// What it asks of the moment.
    var figures: Set<ConditionFigure> { Set(expression.clauses.compactMap(\.figure)) }

    /// The same as a part of a requirement, where it asks for attributes of the contact alone; nil where it asks for more.
    var ofContact: RequirementExpression? { figures.isEmpty ? expression.ofContact : nil }

    /// After how long a wait its outcome may change by time alone, in microseconds, in rising order.
    var turns: [Int64] {
        let seconds = expression.clauses.flatMap { $0.figure == .waited ? $0.test.numbers : [] }
        // Behind the second as well, where more than so many are asked for.
        return Set(seconds.filter { (0...1e9).contains($0) }.map { Int64(($0 * 1_000_000).rounded()) })
            .flatMap { [$0, $0 + 1] }.sorted()
    }

    /// What keeps it from holding, in the order of the text; empty when it holds.
    func unmetClauses(at moment: ConditionMoment) -> [UnmetClause] {
        var unmet: [UnmetClause] = []
        expression.collectUnmet(at: moment, into: &unmet)
        return unmet
    }
}

extension Condition: CustomStringConvertible {
    public var description: String { text }
}

extension Condition: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(text) }

    public init(from reader: inout WireReader) throws(WireError) {
        let offset = reader.offset
        let text = try reader.readString(bound: Requirement.canonicalBound)
        do {
            try self.init(text, bound: Requirement.canonicalBound)
        } catch {
            throw WireError(.invalidValue, reading: "condition", at: offset)
        }
    }
}

extension RequirementClause {
    /// What it asks of the moment; nil for something else.
    var figure: ConditionFigure? {
        if case .figure(let figure) = subject { figure } else { nil }
    }
}

extension RequirementClause.Test {
    /// The numbers it compares with.
    fileprivate var numbers: [Double] {
        let values: [RequirementClause.Value] =
            switch self {
            case .comparison(_, let value): [value]
            case .membership(let values): values
            case .holding, .presence: []
            }
        return values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
}

extension RequirementExpression {
    /// The same with every name standing for the contact's attribute, as it does in a condition.
    fileprivate var ofContact: RequirementExpression {
        switch self {
        case .always, .never: self
        case .not(let part): .not(part.ofContact)
        case .all(let parts): .all(parts.map(\.ofContact))
        case .any(let parts): .any(parts.map(\.ofContact))
        case .clause(let clause):
            if case .unqualified(let name) = clause.subject {
                .clause(RequirementClause(.contact(name), clause.test, number: clause.number))
            } else {
                self
            }
        }
    }

    /// Whether it holds, looked at part by part; ``ConditionTable`` says the same sooner.
    func isMet(at moment: ConditionMoment) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .clause(let clause): clause.isMet(at: moment)
        case .not(let part): !part.isMet(at: moment)
        case .all(let parts): parts.allSatisfy { $0.isMet(at: moment) }
        case .any(let parts): parts.contains { $0.isMet(at: moment) }
        }
    }

    fileprivate func collectUnmet(at moment: ConditionMoment, into unmet: inout [UnmetClause]) {
        guard !isMet(at: moment) else { return }
        switch self {
        case .always: break
        case .never: unmet.append(UnmetClause(clause: text, actual: "nothing"))
        case .clause(let clause), .not(.clause(let clause)):
            let actual = moment.value(of: clause.subject).map(RequirementClause.described)
            unmet.append(UnmetClause(clause: text, actual: actual))
        case .not: unmet.append(UnmetClause(clause: text, actual: ""))
        case .all(let parts), .any(let parts):
            for part in parts { part.collectUnmet(at: moment, into: &unmet) }
        }
    }
}
