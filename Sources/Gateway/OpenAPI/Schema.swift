import GatewayAPI

/// Parts that the schemas of the API's description are put together of (JSON Schema 2020-12).
enum Schema {
    /// A name chosen by whoever configures the center.
    static let name: JSONValue = text(pattern: "^[A-Za-z0-9._-]{1,64}$")
    static let contactID: JSONValue = text(pattern: identifier("c"))
    static let sessionID: JSONValue = text(pattern: identifier("s"))
    static let offerID: JSONValue = text(pattern: identifier("o"))
    static let tokenID: JSONValue = text(pattern: "^t-[0-9a-f]{12}$")
    static let partitionID: JSONValue = text(pattern: "^[A-Za-z0-9._-]{1,64}\\.(0|[1-9][0-9]{0,3})$")
    static let time: JSONValue = [
        "type": "string", "format": "date-time",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$",
    ]
    static let boolean: JSONValue = ["type": "boolean"]
    static let bytes: JSONValue = ["type": "string", "format": "binary"]
    static let string: JSONValue = ["type": "string"]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    static let share: JSONValue = ["type": "number", "minimum": 0, "maximum": 1]
    static let number: JSONValue = ["type": "number"]
    static let seconds: JSONValue = number
    static let attribute: JSONValue = [
        "anyOf": [
            text(maximum: InputFaults.attributeLength), number, boolean,
            ["type": "array", "maxItems": 64, "items": text(maximum: InputFaults.attributeLength)],
        ]
    ]
    static let attributes: JSONValue = [
        "type": "object", "maxProperties": 64, "propertyNames": ["pattern": "^[A-Za-z0-9._-]{1,64}$"],
        "additionalProperties": attribute,
    ]

    private static func identifier(_ letter: String) -> String { "^\(letter)(0|[1-9][0-9]{0,3})-[1-9][0-9]{0,13}$" }

    static func text(pattern: String) -> JSONValue { ["type": "string", "pattern": .string(pattern)] }

    static func text(minimum: Int = 0, maximum: Int) -> JSONValue {
        ["type": "string", "minLength": .number(Double(minimum)), "maxLength": .number(Double(maximum))]
    }

    static func integer(_ range: ClosedRange<Int>) -> JSONValue {
        [
            "type": "integer", "minimum": .number(Double(range.lowerBound)),
            "maximum": .number(Double(range.upperBound)),
        ]
    }

    /// The words that a type knows, but for one that is not to be said.
    static func words<Word: CaseIterable & RawRepresentable>(
        _ type: Word.Type, except unsaid: Word? = nil
    ) -> JSONValue where Word.RawValue == String {
        words(Word.allCases.map(\.rawValue).filter { $0 != unsaid?.rawValue })
    }

    /// One of these words.
    static func words(_ words: [String]) -> JSONValue {
        ["type": "string", "enum": .array(words.map { .string($0) })]
    }

    static func array(_ items: JSONValue, maximum: Int? = nil) -> JSONValue {
        guard let maximum else { return ["type": "array", "items": items] }
        return ["type": "array", "items": items, "maxItems": .number(Double(maximum))]
    }

    /// Values of one kind by names that are not fixed.
    static func map(_ values: JSONValue) -> JSONValue { ["type": "object", "additionalProperties": values] }

    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// An object with these fields and no others.
    static func object(_ summary: String, required: [Field] = [], optional: [Field] = []) -> JSONValue {
        let fields = required + optional
        return [
            "type": "object", "description": .string(summary),
            "required": .array(required.map { .string($0.name) }),
            "properties": .members(fields.map { ($0.name, $0.described) }), "additionalProperties": false,
        ]
    }

    static func page(_ item: String) -> JSONValue {
        object(
            "Part of a list.",
            required: [.init("items", array(reference(item)), "What is listed, in the list's order; may be empty.")],
            optional: [.init("next", string, "What to pass as after for the next part; absent in the last.")])
    }

    /// One field of an object: its name, what may stand there, and what that means.
    struct Field {
        let name: String
        let schema: JSONValue
        /// Its meaning, range and unit, and what it means that it is absent.
        let summary: String

        init(_ name: String, _ schema: JSONValue, _ summary: String) {
            self.name = name
            self.schema = schema
            self.summary = summary
        }

        /// The schema with the summary in the place of any description of its own.
        var described: JSONValue {
            guard case .object(let members) = schema else { return schema }
            let kept = members.filter { $0.name != "description" }.map { ($0.name, $0.value) }
            return .members(kept + [("description", .string(summary))])
        }
    }
}
