/// Reads the text of a requirement or a condition by recursive descent; the depth of recursion is bounded.
struct RequirementParser {
    typealias Token = RequirementLexer.Token

    /// What the names in a text may stand for.
    enum Vocabulary: String {
        /// Agents, and contacts.
        case requirement
        /// Contacts, and what holds at the moment.
        case condition
    }

    private let vocabulary: Vocabulary
    private let clauseBound: Int
    private var lexer: RequirementLexer
    private var token: Token
    private var clauses = 0

    /// - Parameters:
    ///   - bound: The most UTF-8 bytes.
    ///   - clauseBound: The most clauses.
    init(
        _ text: String, _ vocabulary: Vocabulary = .requirement, bound: Int,
        clauseBound: Int = Requirement.clauseBound
    ) throws(RequirementError) {
        self.vocabulary = vocabulary
        self.clauseBound = clauseBound
        guard text.utf8.count <= bound else {
            let what = vocabulary.rawValue
            throw RequirementError(
                .tooLong, "the \(what) is \(text.utf8.count) bytes long, beyond \(bound); ask for less in one \(what)",
                column: 1)
        }
        lexer = RequirementLexer(text)
        token = try lexer.next()
    }

    mutating func parse() throws(RequirementError) -> RequirementExpression {
        guard token.kind != .end else {
            let hint =
                vocabulary == .requirement
                ? "leave it out to ask for nothing, or write for example billing >= 3"
                : "leave it out, or write for example waited >= 30"
            throw RequirementError(.syntax, "the \(vocabulary.rawValue) is empty; \(hint)", column: 1)
        }
        let expression = try alternatives(depth: 0)
        guard token.kind == .end else {
            throw fault("AND, OR or the end", token.kind == .close ? "there is no ( for this )" : "join clauses by AND")
        }
        return expression
    }

    private mutating func alternatives(depth: Int) throws(RequirementError) -> RequirementExpression {
        var parts = [try conjunction(depth: depth)]
        while token.kind == .keyword(.or) {
            try advance()
            parts.append(try conjunction(depth: depth))
        }
        return parts.count == 1 ? parts[0] : .any(parts.flatMap(\.alternatives))
    }

    private mutating func conjunction(depth: Int) throws(RequirementError) -> RequirementExpression {
        var parts = [try term(depth: depth)]
        while token.kind == .keyword(.and) {
            try advance()
            parts.append(try term(depth: depth))
        }
        return parts.count == 1 ? parts[0] : .all(parts.flatMap(\.conjuncts))
    }

    private mutating func term(depth: Int) throws(RequirementError) -> RequirementExpression {
        guard depth <= Requirement.depthBound else {
            throw RequirementError(
                .tooDeep,
                "parentheses and NOT are nested beyond \(Requirement.depthBound) at column \(token.column); "
                    + "write the \(vocabulary.rawValue) flatter", column: token.column)
        }
        switch token.kind {
        case .keyword(.not):
            try advance()
            return .not(try term(depth: depth + 1))
        case .keyword(.never):
            try advance()
            return .never
        case .open:
            let column = token.column
            try advance()
            let inner = try alternatives(depth: depth + 1)
            guard token.kind == .close else { throw fault("AND, OR or )", "close the ( at column \(column)") }
            try advance()
            return inner
        case .name(let name): return .clause(try clause(name))
        default: throw fault("a name, NOT or (", "write for example billing >= 3")
        }
    }

    private mutating func clause(_ name: String) throws(RequirementError) -> RequirementClause {
        let column = token.column
        let number = clauses
        clauses += 1
        guard clauses <= clauseBound else {
            throw RequirementError(
                .tooManyClauses,
                "there are more than \(clauseBound) clauses; the one at column \(column) "
                    + "is too many; use IN for several values of one name", column: column)
        }
        try advance()
        let test = try test(of: name)
        return RequirementClause(try subject(name, test, column: column), test, number: number)
    }

    private mutating func test(of name: String) throws(RequirementError) -> RequirementClause.Test {
        switch token.kind {
        case .comparison(let comparison):
            try advance()
            let example = "\(name) \(comparison.rawValue) 3"
            return .comparison(comparison, try value(behind: comparison.rawValue, of: name, example: example))
        case .keyword(.isIn):
            try advance()
            return .membership(try values(of: name))
        case .keyword(.has):
            try advance()
            guard case .text(let text) = token.kind else {
                throw fault("a text in quotes after HAS", "write for example \(name) HAS 'gold'")
            }
            try advance()
            return .holding(text)
        case .keyword(.not):
            throw fault("a comparison, IN or HAS", "NOT stands before the name: NOT \(name) IN (…)")
        default: return .presence
        }
    }

    private mutating func values(of name: String) throws(RequirementError) -> [RequirementClause.Value] {
        let example = "\(name) IN ('gold', 'silver')"
        guard token.kind == .open else { throw fault("( after IN", "write for example \(example)") }
        var values: [RequirementClause.Value] = []
        repeat {
            try advance()
            values.append(try value(behind: values.isEmpty ? "(" : ",", of: name, example: example))
        } while token.kind == .comma
        guard token.kind == .close else { throw fault(", or ) after a value", "write for example \(example)") }
        try advance()
        return values
    }

    private mutating func value(
        behind last: String, of name: String, example: String
    ) throws(RequirementError) -> RequirementClause.Value {
        let value: RequirementClause.Value
        switch token.kind {
        case .number(let number): value = .number(number)
        case .text(let text): value = .text(text)
        case .keyword(.isTrue): value = .truth(true)
        case .keyword(.isFalse): value = .truth(false)
        case .name(let word): throw fault("a value after \(last)", "a text stands in quotes: '\(word)'")
        default:
            let wanted = name.hasPrefix("contact.") || name.hasPrefix("agent.") || last == "(" || last == ","
            throw fault("\(wanted ? "a value" : "a number") after \(last)", "write for example \(example)")
        }
        try advance()
        return value
    }

    private func subject(
        _ name: String, _ test: RequirementClause.Test, column: Int
    ) throws(RequirementError) -> RequirementClause.Subject {
        let qualifier = RequirementClause.Qualifier.allCases.first { name.hasPrefix($0.prefix) }
        let own = qualifier.map { String(name.dropFirst($0.prefix.count)) } ?? name
        guard SkillID(own).isValid else {
            throw RequirementError(
                .invalidName,
                "the name at column \(column) must have 1 to \(SkillID.bound) characters; "
                    + "it has \(own.utf8.count)", column: column)
        }
        if vocabulary == .condition { return try conditionSubject(qualifier, own, test, column: column) }
        switch qualifier {
        case .agent: return .agent(own)
        case .contact: return .contact(own)
        case .skill:
            guard test == .presence || test.asksNumber else {
                throw RequirementError(
                    .invalidValue,
                    "the level of \(own) at column \(column) can only be compared with numbers; "
                        + "write for example \(own) >= 3", column: column)
            }
            return .skill(SkillID(own))
        case nil:
            if test == .presence { return .unqualified(own) }
            return test.asksNumber ? .skill(SkillID(own)) : .contact(own)
        }
    }

    /// In a condition a name is what holds at the moment, if there is such a thing, and else the contact's attribute.
    private func conditionSubject(
        _ qualifier: RequirementClause.Qualifier?, _ name: String, _ test: RequirementClause.Test, column: Int
    ) throws(RequirementError) -> RequirementClause.Subject {
        switch qualifier {
        case .contact: return .contact(name)
        case .skill, .agent:
            throw RequirementError(
                .invalidName,
                "the name at column \(column) asks for an agent, and a condition asks for none; "
                    + "write for example waited >= 30 or tier == 'gold'", column: column)
        case nil:
            guard let figure = ConditionFigure(rawValue: name) else { return .contact(name) }
            guard figure.isNumber == test.asksNumber, test != .presence else {
                let example = figure.isNumber ? "\(name) >= 3" : "\(name) == 'voice'"
                throw RequirementError(
                    .invalidValue,
                    "\(name) at column \(column) can only be compared with \(figure.isNumber ? "numbers" : "texts"); "
                        + "write for example \(example), or contact.\(name) for an attribute of that name",
                    column: column)
            }
            return .figure(figure)
        }
    }

    private mutating func advance() throws(RequirementError) {
        token = try lexer.next()
    }

    private func fault(_ expected: String, _ hint: String) -> RequirementError {
        let place = token.kind == .end ? "at the end, column \(token.column)" : "at column \(token.column)"
        return RequirementError(.syntax, "expected \(expected) \(place); \(hint)", column: token.column)
    }
}

extension RequirementExpression {
    /// Its parts if all of them must be met, itself otherwise.
    fileprivate var conjuncts: [RequirementExpression] {
        if case .all(let parts) = self { parts } else { [self] }
    }

    /// Its parts if one of them must be met, itself otherwise.
    fileprivate var alternatives: [RequirementExpression] {
        if case .any(let parts) = self { parts } else { [self] }
    }
}
