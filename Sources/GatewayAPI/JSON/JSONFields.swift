/// Reads the fields of an object one by one, and gathers what is wrong with them.
package struct JSONFields {
    /// Everything that was wrong so far.
    package private(set) var faults: [Problem.Fault] = []
    private let members: [JSONValue.Member]
    private let path: String
    private var known: [String] = []

    /// - Parameter path: Where the object stands, such as `token`; empty for the body itself.
    package init(_ value: JSONValue, path: String = "") {
        self.path = path
        if case .object(let members) = value {
            self.members = members
        } else {
            members = []
            let place = path.isEmpty ? "The body" : path
            let message = "\(place) must be an object, not \(value.kind)."
            faults = [Problem.Fault(message: message, field: path.isEmpty ? nil : path)]
        }
    }

    /// Notes that something is wrong with a field.
    package mutating func fault(_ name: String, _ message: String) {
        faults.append(Problem.Fault(message: message, field: path.isEmpty ? name : "\(path).\(name)"))
    }

    /// Notes what is wrong inside a field.
    package mutating func note(_ found: [Problem.Fault]) {
        faults += found
    }

    /// Notes every field that was not asked for.
    package mutating func rejectUnknown() {
        for member in members where !known.contains(member.name) {
            fault(member.name, "There is no field named \(member.name); known are \(known.sorted().formatted).")
        }
    }

    /// The value of a field; nil when it is absent.
    package mutating func value(_ name: String) -> JSONValue? {
        known.append(name)
        return members.first { $0.name == name }?.value
    }

    /// Notes that a field that is needed is absent.
    package mutating func missing(_ name: String) {
        guard !members.contains(where: { $0.name == name }) else { return }
        fault(name, "The field \(name) is missing.")
    }

    /// A string; nil, and noted as a fault, when it is something else; nil when it is absent.
    package mutating func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        if case .string(let text) = value { return text }
        fault(name, "The field \(name) must be a string, not \(value.kind).")
        return nil
    }

    /// A whole number; nil, and noted as a fault, when it is something else; nil when it is absent.
    package mutating func integer(_ name: String) -> Int? {
        guard let value = value(name) else { return nil }
        if case .number(let number) = value, let whole = Int(exactly: number) { return whole }
        fault(name, "The field \(name) must be a whole number.")
        return nil
    }

    /// A boolean; nil, and noted as a fault, when it is something else; nil when it is absent.
    package mutating func truth(_ name: String) -> Bool? {
        guard let value = value(name) else { return nil }
        if case .truth(let truth) = value { return truth }
        fault(name, "The field \(name) must be a boolean, not \(value.kind).")
        return nil
    }

    /// An instant; nil, and noted as a fault, when it is none; nil when it is absent.
    package mutating func time(_ name: String) -> DateTime? {
        guard let text = text(name) else { return nil }
        if let time = DateTime(text) { return time }
        fault(name, "The field \(name) must be a time in UTC like 2026-11-22T03:28:58.123456Z.")
        return nil
    }

    /// Strings; nil, and noted as a fault, when it is something else; nil when it is absent.
    package mutating func texts(_ name: String) -> [String]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else {
            fault(name, "The field \(name) must be an array of strings, not \(value.kind).")
            return nil
        }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else {
                fault(name, "The field \(name) must hold strings only, not \(element.kind).")
                return nil
            }
            texts.append(text)
        }
        return texts
    }

    /// Objects of one kind; nil, and noted as a fault, when it is something else; nil when it is absent.
    package mutating func objects<Value: JSONReadable>(_ name: String, _ type: Value.Type = Value.self) -> [Value]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else {
            fault(name, "The field \(name) must be an array of objects, not \(value.kind).")
            return nil
        }
        var objects: [Value] = []
        for (place, element) in elements.enumerated() {
            var fields = JSONFields(element, path: "\(name)[\(place)]")
            if let object = Value(reading: &fields) { objects.append(object) }
            faults += fields.faults
        }
        return objects
    }

    /// One of the words that `Word` knows, but for one that is not to be said here.
    package mutating func word<Word>(_ name: String, except unsaid: Word? = nil) -> Word?
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        guard let text = text(name) else { return nil }
        if text != unsaid?.rawValue, let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).filter { $0 != unsaid?.rawValue }
        fault(name, "The field \(name) must be one of \(words.formatted), not \(text).")
        return nil
    }

    /// A whole number by name.
    package mutating func integers(_ name: String) -> [String: Int]? {
        guard let value = value(name) else { return nil }
        guard case .object(let members) = value else {
            fault(name, "The field \(name) must be an object, not \(value.kind).")
            return nil
        }
        var result: [String: Int] = [:]
        for member in members {
            guard case .number(let number) = member.value, let whole = Int(exactly: number) else {
                fault("\(name).\(member.name)", "The field must be a whole number.")
                continue
            }
            result[member.name] = whole
        }
        return result
    }

    /// Attributes by name; what is none of these is noted as a fault and left out; nil when it is absent.
    package mutating func attributes(_ name: String) -> [String: ContactAttribute]? {
        guard let value = value(name) else { return nil }
        guard case .object(let members) = value else {
            fault(name, "The field \(name) must be an object, not \(value.kind).")
            return nil
        }
        var result: [String: ContactAttribute] = [:]
        for member in members {
            if let attribute = ContactAttribute(member.value) {
                result[member.name] = attribute
            } else {
                fault("\(name).\(member.name)", "An attribute is a string, number, boolean or array of strings.")
            }
        }
        return result
    }
}

extension ContactAttribute {
    /// Reads one attribute; nil when the value cannot be one.
    init?(_ value: JSONValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .truth(let truth): self = .truth(truth)
        case .array(let elements):
            var texts: [String] = []
            for element in elements {
                guard case .string(let text) = element else { return nil }
                texts.append(text)
            }
            self = .list(texts)
        case .null, .object: return nil
        }
    }
}

extension [String] {
    /// The words with commas between them.
    fileprivate var formatted: String { isEmpty ? "none" : joined(separator: ", ") }
}
