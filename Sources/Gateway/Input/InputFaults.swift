import ContactCenter
import GatewayAPI

/// What is wrong with a request, gathered while its fields are made into the domain's values.
struct InputFaults {
    private(set) var faults: [Problem.Fault]

    init(_ faults: [Problem.Fault] = []) {
        self.faults = faults
    }

    /// That all of it is wrong.
    var error: ProblemError { ProblemError(faults, with: "request") }

    /// - Throws: when anything was wrong.
    func check() throws(ProblemError) {
        if !faults.isEmpty { throw error }
    }

    mutating func fault(_ field: String, _ message: String) {
        faults.append(Problem.Fault(message: message, field: field))
    }

    /// A name of something that the configuration knows.
    mutating func name<ID: NameIdentifier>(_ text: String, _ field: String) -> ID {
        let id = ID(text)
        if !id.isValid {
            fault(field, "\(field) must be 1 to \(ID.bound) letters, digits, dots, dashes and underscores.")
        }
        return id
    }

    /// A number given out by the center; nil, and noted, when it is none.
    mutating func number<ID: NumberedIdentifier>(_ text: String, _ field: String) -> ID? {
        let id = ID(text)
        if id == nil { fault(field, "\(field) must be an id like \(ID.letter)0-12.") }
        return id
    }

    /// Notes a text that is too long, in Unicode scalars.
    mutating func bound(_ text: String?, _ length: Int, _ field: String) {
        if let text, text.unicodeScalars.count > length {
            fault(field, "\(field) must have at most \(length) characters.")
        }
    }

    mutating func requirement(_ text: String?, _ field: String = "requirement") -> Requirement? {
        guard let text else { return nil }
        do {
            return try Requirement(parsing: text)
        } catch {
            fault(field, error.message)
            return nil
        }
    }

    mutating func condition(_ text: String?, _ field: String) -> Condition? {
        guard let text else { return nil }
        do {
            return try Condition(parsing: text)
        } catch {
            fault(field, error.message)
            return nil
        }
    }

    mutating func attributes(_ values: [String: ContactAttribute]?, _ field: String) -> Attributes {
        guard let values else { return Attributes() }
        if values.count > Attributes.countBound {
            fault(field, "There may be at most \(Attributes.countBound) attributes.")
        }
        return Attributes(
            Dictionary(
                uniqueKeysWithValues: values.map { name, value in
                    attributeName(name, "\(field).\(name.prefix(64))")
                    return (name, attribute(value, "\(field).\(name.prefix(64))"))
                }))
    }

    mutating func attributeName(_ name: String, _ field: String) {
        if !QueueID(name).isValid {
            fault(field, "An attribute's name must be 1 to 64 letters, digits, dots, dashes and underscores.")
        }
    }

    private mutating func attribute(_ value: ContactAttribute, _ field: String) -> AttributeValue {
        switch value {
        case .text(let text):
            bound(text, Self.attributeLength, field)
            return .text(text)
        case .number(let number): return .number(number)
        case .truth(let truth): return .truth(truth)
        case .list(let texts):
            if texts.count > Attributes.countBound { fault(field, "A list may hold at most 64 texts.") }
            for text in texts { bound(text, Self.attributeLength, field) }
            return .list(texts)
        }
    }

    /// The longest text of an attribute in characters: at four bytes each they fit the domain's bound.
    static let attributeLength = Attributes.textBound / 4
    /// The longest name of a customer in characters: at four bytes each they fit the domain's bound.
    static let customerLength = 64
}
