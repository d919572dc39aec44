public import Wire

/// What is known of a contact or an agent beyond its fixed fields, by name, in the order of the names.
public struct Attributes: Hashable, Sendable {
    /// The most attributes of one contact or agent.
    public static let countBound = 64
    /// The longest name, in UTF-8 bytes.
    public static let nameBound = 64
    /// The longest text value, in UTF-8 bytes.
    public static let textBound = 1_024

    /// Names and values, sorted by name, each name once.
    public private(set) var entries: [Entry]

    /// One attribute.
    public struct Entry: Hashable, Sendable {
        /// The attribute's name.
        public let name: String
        /// The attribute's value.
        public let value: AttributeValue
    }

    public init() { entries = [] }

    public init(_ values: [String: AttributeValue]) {
        entries = values.map { Entry(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// The value of an attribute; nil removes it. Complexity: O(count).
    public subscript(name: String) -> AttributeValue? {
        get { entries.first { $0.name == name }?.value }
        set {
            entries.removeAll { $0.name == name }
            guard let newValue else { return }
            let place = entries.firstIndex { $0.name > name } ?? entries.endIndex
            entries.insert(Entry(name: name, value: newValue), at: place)
        }
    }
}

/// The value of one attribute.
public enum AttributeValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    case truth(Bool)
    /// Texts that `HAS` looks through, in the order given.
    case list([String])
}

extension Attributes: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(UInt64(entries.count))
        for entry in entries {
            writer.write(entry.name)
            writer.write(entry.value)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let count = try reader.readCount(bound: Self.countBound)
        var entries: [Entry] = []
        for _ in 0..<count {
            let name = try reader.readString(bound: Self.nameBound)
            if let last = entries.last, last.name >= name {
                throw WireError(.invalidValue, reading: "order of attributes", at: reader.offset)
            }
            entries.append(Entry(name: name, value: try reader.read()))
        }
        self.entries = entries
    }
}

extension AttributeValue: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .text(let text):
            writer.write(byte: 0)
            writer.write(text)
        case .number(let number):
            writer.write(byte: 1)
            writer.write(number)
        case .truth(let truth):
            writer.write(byte: 2)
            writer.write(truth)
        case .list(let texts):
            writer.write(byte: 3)
            writer.write(texts)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .text(try reader.readString(bound: Attributes.textBound))
        case 1: self = .number(try reader.readDouble())
        case 2: self = .truth(try reader.readBool())
        case 3: self = .list(try reader.readArray(bound: Attributes.countBound))
        default: throw WireError(.invalidValue, reading: "kind of attribute value", at: reader.offset - 1)
        }
    }
}
