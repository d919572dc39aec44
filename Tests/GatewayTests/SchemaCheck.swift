import GatewayAPI

@testable import Gateway

/// Holds JSON against the schemas of the API's description.
struct SchemaCheck {
    private let schemas = OpenAPIDocument.schemas

    /// The names of the fields that a schema knows, and of those that it requires.
    func fields(of name: String) -> (known: Set<String>, required: Set<String>) {
        let schema = schemas[name]
        var required: Set<String> = []
        if case .array(let names)? = schema?["required"] {
            for case .string(let name) in names { required.insert(name) }
        }
        return (Set(schema?["properties"]?.memberNames ?? []), required)
    }

    /// Where a value has other fields, or values of another type, than the schema of a name says; bounds are not looked at.
    func misfits(_ value: JSONValue, to name: String) -> [String] {
        guard let schema = schemas[name] else { return ["There is no schema \(name)."] }
        return misfits(value, schema, at: name)
    }

    private func misfits(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        if case .string(let reference)? = schema["$ref"] {
            guard let name = reference.split(separator: "/").last, let target = schemas[String(name)] else {
                return ["\(path): \(reference) leads nowhere"]
            }
            return misfits(value, target, at: path)
        }
        if case .array(let choices)? = schema["anyOf"] {
            return choices.contains { misfits(value, $0, at: path).isEmpty } ? [] : ["\(path): none of the choices"]
        }
        if case .array(let words)? = schema["enum"], !words.contains(value) { return ["\(path): no such word"] }
        guard Self.types(of: value).contains(where: { schema["type"] == .string($0) }) else {
            return ["\(path): \(value.kind)"]
        }
        switch value {
        case .array(let elements):
            return elements.flatMap { misfits($0, schema["items"] ?? [:], at: "\(path)[]") }
        case .object(let members):
            let missing = missingFields(of: members, schema).map { "\(path).\($0): missing" }
            return missing + members.flatMap { misfits(of: $0, schema, at: path) }
        case .null, .truth, .number, .string: return []
        }
    }

    private func misfits(of member: JSONValue.Member, _ schema: JSONValue, at path: String) -> [String] {
        let place = "\(path).\(member.name)"
        let expected = schema["properties"]?[member.name] ?? schema["additionalProperties"] ?? false
        guard expected != false else { return ["\(place): not in the schema"] }
        return misfits(member.value, expected, at: place)
    }

    private func missingFields(of members: [JSONValue.Member], _ schema: JSONValue) -> [String] {
        guard case .array(let required)? = schema["required"] else { return [] }
        return required.compactMap { name in
            guard case .string(let name) = name, !members.contains(where: { $0.name == name }) else { return nil }
            return name
        }
    }

    private static func types(of value: JSONValue) -> [String] {
        switch value {
        case .null: []
        case .truth: ["boolean"]
        case .number(let number): number == number.rounded() ? ["integer", "number"] : ["number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}

extension JSONValue {
    /// The names of an object's members; none for anything else.
    var memberNames: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// The value of an object's member; nil where there is none.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
