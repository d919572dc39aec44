import Wire

@testable import ContactCenter

extension SeededGenerator {
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Makes texts of requirements, profiles and attributes that have much to do with each other.
struct RequirementGenerator {
    var random: SeededGenerator

    private static let names = ["a", "b", "c", "vip", "site"]
    private static let texts = ["gold", "it's", "say \"x\"", "a\\b", "", "fra", "\u{301}x"]

    mutating func expression(depth: Int = 3) -> String {
        switch depth == 0 ? 9 : random.below(10) {
        case 0, 1: "(\(expression(depth: depth - 1)) or \(expression(depth: depth - 1)))"
        case 2: "\(expression(depth: depth - 1)) OR \(expression(depth: depth - 1))"
        case 3, 4: "(\(expression(depth: depth - 1)) AND \(expression(depth: depth - 1)))"
        case 5, 6: "not (\(expression(depth: depth - 1)))"
        default: clause()
        }
    }

    mutating func clause() -> String {
        let name = random.pick(["", "", "agent.", "contact."]) + random.pick(Self.names)
        switch random.below(8) {
        case 0: return name
        case 1: return "\(name) HAS \(quoted(random.pick(Self.texts)))"
        case 2: return "\(name) IN (\(value()), \(value()))"
        case 3: return "skill.\(random.pick(Self.names)) >= \(random.below(12))"
        default: return "\(name) \(random.pick(["==", "!=", "<", "<=", ">", ">="])) \(value())"
        }
    }

    mutating func profile() -> AgentProfile {
        var skills: [SkillID: Int] = [:]
        for name in Self.names where random.below(2) == 0 { skills[SkillID(name)] = random.below(12) }
        return AgentProfile(skills: skills, attributes: attributes(), site: random.pick(["fra", "nyc"]))
    }

    mutating func attributes() -> Attributes {
        var attributes = Attributes()
        for name in Self.names where random.below(2) == 0 {
            attributes[name] =
                switch random.below(4) {
                case 0: .text(random.pick(Self.texts))
                case 1: .number(Double(random.below(12)))
                case 2: .truth(random.below(2) == 0)
                default: .list([random.pick(Self.texts), random.pick(Self.texts)])
                }
        }
        return attributes
    }

    mutating func noise() -> String {
        let pieces = [
            "(", ")", "AND", "or", "NOT", "==", "<", "'", "\"", "\\", "a.b", "contact.", "1e309", "-", "5", " ", ",",
            "in", "has", "\u{301}", "😀", "\0", "TRUE", "!",
        ]
        return (0..<random.below(12)).map { _ in random.pick(pieces) }.joined(separator: random.pick(["", " "]))
    }

    private mutating func value() -> String {
        switch random.below(3) {
        case 0: random.pick(["0", "3", "5.5", "-1", "1e20", "10"])
        case 1: quoted(random.pick(Self.texts))
        default: random.pick(["true", "FALSE"])
        }
    }

    private func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView(["\""])
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
