import ContactCenter

/// The members of an entry's object, each asked for with what it must be.
struct LineFields {
    let value: LineValue

    init(_ value: LineValue) { self.value = value }

    func whole(_ name: String) throws(HistoryError) -> Int64 {
        guard let number = value[name]?.whole else { throw missing(name, "a whole number") }
        return number
    }

    func number(_ name: String) throws(HistoryError) -> UInt64 {
        guard let number = UInt64(exactly: try whole(name)) else { throw missing(name, "a positive whole number") }
        return number
    }

    func text(_ name: String) throws(HistoryError) -> String {
        guard let text = value[name]?.text else { throw missing(name, "a text") }
        return text
    }

    func truth(_ name: String) throws(HistoryError) -> Bool {
        guard let truth = value[name]?.truth else { throw missing(name, "true or false") }
        return truth
    }

    func time(_ name: String) throws(HistoryError) -> Timestamp { Timestamp(microseconds: try whole(name)) }

    func id<ID: NumberedIdentifier>(_ name: String) throws(HistoryError) -> ID {
        guard let id = value[name]?.text.flatMap({ ID($0) }) else { throw missing(name, "an id like \(ID.letter)0-1") }
        return id
    }

    func ids<ID: NumberedIdentifier>(_ name: String) throws(HistoryError) -> [ID] {
        guard let elements = value[name]?.elements else { throw missing(name, "an array of ids") }
        var ids: [ID] = []
        for element in elements {
            guard let text = element.text, let id = ID(text) else { throw missing(name, "an array of ids") }
            ids.append(id)
        }
        return ids
    }

    func name<ID: NameIdentifier>(_ name: String) throws(HistoryError) -> ID { ID(try text(name)) }

    func named<Value>(
        _ name: String, _ values: [Value], _ nameOf: (Value) -> String
    ) throws(HistoryError) -> Value {
        let text = try text(name)
        guard let value = values.first(where: { nameOf($0) == text }) else {
            throw missing(name, values.map(nameOf).joined(separator: ", "))
        }
        return value
    }

    func channel(_ name: String) throws(HistoryError) -> Channel { try named(name, Channel.allCases, \.name) }

    func availability(_ name: String) throws(HistoryError) -> AvailabilityState {
        guard let state = AvailabilityState(text: try text(name)) else { throw missing(name, "an availability state") }
        return state
    }

    /// The member `at`; nil when there is none.
    var position: NoticePosition? {
        guard let parts = value["at"]?.elements, parts.count == 2, let sequence = parts[0].whole,
            let index = parts[1].whole
        else { return nil }
        return NoticePosition(sequence: UInt64(max(0, sequence)), index: UInt32(clamping: index))
    }

    func attributes() throws(HistoryError) -> Attributes {
        guard let fields = value["attributes"]?.fields else { return Attributes() }
        var values: [String: AttributeValue] = [:]
        for field in fields {
            values[field.name] =
                switch field.value {
                case .text(let text): .text(text)
                case .whole(let number): .number(Double(number))
                case .number(let number): .number(number)
                case .truth(let truth): .truth(truth)
                case .array(let elements): .list(elements.compactMap(\.text))
                case .null, .object: throw missing("attributes", "texts, numbers, truths or lists of texts")
                }
        }
        return Attributes(values)
    }

    func maximum() throws(HistoryError) -> [Channel: Int] {
        guard let fields = value["maximum"]?.fields else { throw missing("maximum", "an object") }
        var maximum: [Channel: Int] = [:]
        for field in fields {
            guard let channel = Channel(name: field.name), let count = field.value.whole else {
                throw missing("maximum", "whole numbers by channel")
            }
            maximum[channel] = Int(count)
        }
        return maximum
    }

    func missing(_ name: String, _ expected: String) -> HistoryError {
        HistoryError(.malformed, "the member \(name) should be \(expected)")
    }
}
