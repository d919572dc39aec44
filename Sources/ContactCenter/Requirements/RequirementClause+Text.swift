extension RequirementClause {
    /// The clause in canonical text: unqualified wherever that means the same.
    var text: String {
        let name = writtenName
        switch test {
        case .comparison(let comparison, let value): return "\(name) \(comparison.rawValue) \(value.written)"
        case .membership(let values): return "\(name) IN (\(values.map(\.written).joined(separator: ", ")))"
        case .holding(let text): return "\(name) HAS \(Value.text(text).written)"
        case .presence: return name
        }
    }

    private var writtenName: String {
        switch subject {
        case .skill(let id): test.asksNumber && Self.standsAlone(id.name) ? id.name : "skill.\(id.name)"
        case .agent(let name): "agent.\(name)"
        case .contact(let name):
            test.asksNumber || test == .presence || !Self.standsAlone(name) ? "contact.\(name)" : name
        case .unqualified(let name): name
        case .figure(let figure): figure.rawValue
        }
    }

    /// Whether a name reads as itself without a qualifier, in requirements and in conditions.
    private static func standsAlone(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return RequirementLexer.beginsName(first) && !RequirementLexer.isKeyword(name)
            && ConditionFigure(rawValue: name) == nil
            && RequirementClause.Qualifier.allCases.allSatisfy { !name.hasPrefix($0.prefix) }
    }

    /// Says whose a name is.
    enum Qualifier: String, CaseIterable {
        case skill, agent, contact

        var prefix: String { "\(rawValue)." }
    }
}

extension RequirementClause.Test {
    /// Whether it compares with numbers, so that an unqualified name is a skill's.
    var asksNumber: Bool {
        switch self {
        case .comparison(_, let value): value.isNumber
        case .membership(let values): values.allSatisfy(\.isNumber)
        case .holding, .presence: false
        }
    }
}

extension RequirementClause.Value {
    var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    /// The value as it is written in canonical text.
    var written: String {
        switch self {
        case .number(let number): Self.written(number)
        case .text(let text): Self.written(text)
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        }
    }

    private static func written(_ number: Double) -> String {
        if let whole = Int64(exactly: number), whole.magnitude < 1_000_000_000_000_000 {
            "\(whole)"
        } else {
            "\(number)"
        }
    }

    /// In the kind of quotes that needs fewer backslashes, so that canonical text is never longer than what was read.
    private static func written(_ text: String) -> String {
        let single = text.unicodeScalars.count { $0 == "'" }
        let double = text.unicodeScalars.count { $0 == "\"" }
        let quote: Unicode.Scalar = single > double ? "\"" : "'"
        var written = String.UnicodeScalarView([quote])
        for scalar in text.unicodeScalars {
            if scalar == quote || scalar == "\\" { written.append("\\") }
            written.append(scalar)
        }
        written.append(quote)
        return String(written)
    }
}
