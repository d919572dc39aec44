/// A JSON text that was read.
package enum JSONValue: Hashable, Sendable {
    case null
    case truth(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Each name once, in the order of the text.
    case object([Member])

    /// One member of an object.
    package struct Member: Hashable, Sendable {
        /// The field's name.
        package let name: String
        /// The field's value.
        package let value: JSONValue
    }

    /// What kind of value it is, for people.
    package var kind: String {
        switch self {
        case .null: "null"
        case .truth: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(booleanLiteral value: Bool) { self = .truth(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    /// An object of these members, in their order.
    package static func members(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { Member(name: $0.0, value: $0.1) })
    }
}

extension JSONValue: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .truth(let truth): writer.truth(truth)
        case .number(let number): writer.number(number)
        case .string(let text): writer.string(text)
        case .array(let elements): writer.array(elements) { $1.write(to: &$0) }
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.name(escaping: member.name)
                    member.value.write(to: &writer)
                }
            }
        }
    }
}
