public import ContactCenter
internal import Yams

extension LocatedNode {
    /// A text of at most so many UTF-8 bytes; numbers and dates count as their text.
    public func text(bound: Int = 256) -> String? {
        guard case .scalar(let scalar) = node, !isNull else { return mismatch("a text") }
        guard scalar.string.utf8.count <= bound else {
            report("\(name) has \(scalar.string.utf8.count) bytes; at most \(bound) are allowed")
            return nil
        }
        return scalar.string
    }

    /// A whole number within a range.
    public func integer(in range: ClosedRange<Int>) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value) else {
            return mismatch(expected)
        }
        return value
    }

    /// A number within a range.
    public func number(in range: ClosedRange<Double>) -> Double? {
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard let value = finiteNumber, range.contains(value) else { return mismatch(expected) }
        return value
    }

    /// `true` or `false`.
    public func truth() -> Bool? {
        guard case .scalar(let scalar) = node, let value = Bool(scalar.string) else {
            return mismatch("`true` or `false`")
        }
        return value
    }

    /// A share: `80%`, or 0.8.
    public func share() -> Double? {
        let expected = "a share, such as 80% or 0.8"
        guard case .scalar(let scalar) = node else { return mismatch(expected) }
        if scalar.string.hasSuffix("%"), let percent = Double(scalar.string.dropLast()), (0...100).contains(percent) {
            return percent / 100
        }
        guard let value = finiteNumber, (0...1).contains(value) else { return mismatch(expected) }
        return value
    }

    /// A duration within a range, such as `20s`, `5m`, `1h30m` or `2d`.
    public func duration(in range: ClosedRange<Duration>) -> Duration? {
        guard case .scalar(let scalar) = node, let value = Duration(spelled: scalar.string) else {
            return mismatch("a duration, such as 20s, 5m, 1h30m or 2d")
        }
        guard range.contains(value) else {
            return mismatch("from \(range.lowerBound.spelled) to \(range.upperBound.spelled)")
        }
        return value
    }

    /// One of several words.
    public func choice<Value>(among values: [Value], named name: (Value) -> String) -> Value? {
        let words = values.map(name)
        guard case .scalar(let scalar) = node else { return mismatch(Self.alternatives(words)) }
        if let index = words.firstIndex(of: scalar.string) { return values[index] }
        let suggestion = Spelling.suggestion(for: scalar.string, among: words).map { "; did you mean `\($0)`?" } ?? ""
        report("\(self.name) must be \(Self.alternatives(words)), not \(found)\(suggestion)")
        return nil
    }

    /// One of several words.
    public func choice(among words: [String]) -> String? {
        choice(among: words) { $0 }
    }

    /// A channel, by its name.
    public func channel() -> Channel? {
        choice(among: Channel.allCases, named: \.name)
    }

    /// A requirement; a mistake in it is reported at its own column.
    public func requirement() -> Requirement? {
        parsed("requirement") { text throws(RequirementError) in try Requirement(parsing: text) }
    }

    /// A condition; a mistake in it is reported at its own column.
    public func condition() -> Condition? {
        parsed("condition") { text throws(RequirementError) in try Condition(parsing: text) }
    }

    private func parsed<Value>(_ what: String, _ parse: (String) throws(RequirementError) -> Value) -> Value? {
        guard let text = text(bound: Requirement.textBound) else { return nil }
        do {
            return try parse(text)
        } catch {
            log.report("\(name) is no \(what): \(error.message)", at: place(of: error.column), path: path)
            return nil
        }
    }

    /// An attribute's value: a text, a number, true or false, or a list of texts.
    public func attributeValue() -> AttributeValue? {
        guard case .scalar(let scalar) = node, !isNull else {
            return list().map { items in .list(items.compactMap { $0.text(bound: Attributes.textBound) }) }
        }
        guard scalar.style == .plain || scalar.style == .any else {
            return text(bound: Attributes.textBound).map(AttributeValue.text)
        }
        if let truth = Bool(scalar.string) { return .truth(truth) }
        if let number = finiteNumber { return .number(number) }
        return text(bound: Attributes.textBound).map(AttributeValue.text)
    }

    private var finiteNumber: Double? {
        guard case .scalar(let scalar) = node, let value = Double(scalar.string), value.isFinite else { return nil }
        return value
    }

    /// Where a character of the text stands in the file, as far as it can be told.
    private func place(of character: Int) -> ProblemLog.Place {
        guard case .scalar(let scalar) = node else { return node.place }
        var place = node.place
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: place.column += character
        case .plain, .any: place.column += character - 1
        default: break
        }
        return place
    }

    private static func alternatives(_ words: [String]) -> String {
        let quoted = words.map { "`\($0)`" }
        guard quoted.count > 1 else { return quoted.first ?? "nothing" }
        return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    }
}

extension LocatedNode {
    /// Whether it is that word; reports nothing.
    public func isWord(_ word: String) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.string == word
    }
}
