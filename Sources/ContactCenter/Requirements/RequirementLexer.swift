/// Cuts the text of a requirement into tokens.
struct RequirementLexer {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    struct Token: Hashable {
        let kind: Kind
        /// Where it begins, in characters from 1.
        let column: Int

        enum Kind: Hashable {
            case name(String)
            case keyword(Keyword)
            case number(Double)
            case text(String)
            case comparison(RequirementClause.Comparison)
            case open, close, comma
            case end
        }
    }

    enum Keyword: String, CaseIterable {
        case and = "AND"
        case or = "OR"
        case not = "NOT"
        case isIn = "IN"
        case has = "HAS"
        case isTrue = "TRUE"
        case isFalse = "FALSE"
        case never = "NEVER"
    }

    static func isKeyword(_ name: String) -> Bool { Keyword(rawValue: name.uppercased()) != nil }

    static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.isASCII && scalar.properties.isAlphabetic
    }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        beginsName(scalar) || isDigit(scalar) || scalar == "." || scalar == "-"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The next token; ``Token/Kind/end`` again and again behind the last.
    mutating func next() throws(RequirementError) -> Token {
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
        let column = place + 1
        return Token(kind: try nextKind(column: column), column: column)
    }

    private mutating func nextKind(column: Int) throws(RequirementError) -> Token.Kind {
        guard place < scalars.count else { return .end }
        let scalar = scalars[place]
        switch scalar {
        case "(":
            place += 1
            return .open
        case ")":
            place += 1
            return .close
        case ",":
            place += 1
            return .comma
        case "'", "\"": return .text(try quoted(by: scalar, column: column))
        case "=", "!", "<", ">": return .comparison(try comparison(column: column))
        default: break
        }
        if Self.beginsName(scalar) {
            let name = word()
            return Keyword(rawValue: name.uppercased()).map(Token.Kind.keyword) ?? .name(name)
        }
        if Self.isDigit(scalar) || scalar == "-" || scalar == "+" { return .number(try number(column: column)) }
        throw RequirementError(
            .syntax,
            "cannot read the character \(scalar.escaped(asASCII: false)) at column \(column); a clause looks "
                + "like billing >= 3 or tier == 'gold'", column: column)
    }

    private mutating func word() -> String {
        let start = place
        while place < scalars.count, Self.continuesName(scalars[place]) { place += 1 }
        return String(String.UnicodeScalarView(scalars[start..<place]))
    }

    private mutating func number(column: Int) throws(RequirementError) -> Double {
        let start = place
        place += 1
        while place < scalars.count, continuesNumber(scalars[place], behind: scalars[place - 1]) { place += 1 }
        let spelled = String(String.UnicodeScalarView(scalars[start..<place]))
        guard let value = Double(spelled), value.isFinite, !spelled.contains(where: { $0 == "x" || $0 == "X" }) else {
            throw RequirementError(
                .invalidValue, "\(spelled) at column \(column) is no number; write for example 3 or -2.5",
                column: column)
        }
        return value == 0 ? 0 : value
    }

    private func continuesNumber(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar) -> Bool {
        Self.continuesName(scalar) && scalar != "-" || (scalar == "+" || scalar == "-") && (last == "e" || last == "E")
    }

    private mutating func quoted(by quote: Unicode.Scalar, column: Int) throws(RequirementError) -> String {
        var text = String.UnicodeScalarView()
        place += 1
        while place < scalars.count {
            var scalar = scalars[place]
            place += 1
            if scalar == quote { return String(text) }
            if scalar == "\\" {
                guard place < scalars.count else { break }
                scalar = scalars[place]
                guard scalar == "'" || scalar == "\"" || scalar == "\\" else {
                    throw RequirementError(
                        .syntax,
                        "a \\ stands only before a quote or another \\, not at column \(place); "
                            + "write \\\\ for one \\", column: place)
                }
                place += 1
            }
            text.append(scalar)
        }
        throw RequirementError(
            .syntax, "the text that begins at column \(column) has no end; close it with \(quote)", column: column)
    }

    private mutating func comparison(column: Int) throws(RequirementError) -> RequirementClause.Comparison {
        let two = String(String.UnicodeScalarView(scalars[place..<min(place + 2, scalars.count)]))
        if let comparison = RequirementClause.Comparison(rawValue: two) {
            place += two.unicodeScalars.count
            return comparison
        }
        if let comparison = RequirementClause.Comparison(rawValue: String(scalars[place])) {
            place += 1
            return comparison
        }
        let meant = scalars[place] == "=" ? "== for equal" : "!= for unequal, or NOT before a clause"
        throw RequirementError(
            .syntax, "\(scalars[place]) at column \(column) compares nothing; write \(meant)", column: column)
    }
}
