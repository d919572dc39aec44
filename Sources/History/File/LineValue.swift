/// A JSON value as it was read from a line.
indirect enum LineValue: Hashable {
    case null
    case truth(Bool)
    case whole(Int64)
    case number(Double)
    case text(String)
    case array([LineValue])
    case object([Field])

    /// A member of an object.
    struct Field: Hashable {
        let name: String
        let value: LineValue
    }

    subscript(_ name: String) -> LineValue? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var whole: Int64? { if case .whole(let number) = self { number } else { nil } }
    var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    var elements: [LineValue]? { if case .array(let elements) = self { elements } else { nil } }
    var fields: [Field]? { if case .object(let fields) = self { fields } else { nil } }
}
