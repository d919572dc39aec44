/// Reads a JSON text (RFC 8259), with bounds: how deep it may be nested, each name of an object once.
package struct JSONParser {
    /// How deep arrays and objects may be nested.
    package static let depthBound = 16

    private let bytes: UnsafeBufferPointer<UInt8>
    private let bound: Int
    private var place = 0
    private var depth = 0

    /// Reads one value that fills `text`.
    ///
    /// - Parameter depth: How deep arrays and objects may be nested.
    package static func parse(
        _ text: UnsafeBufferPointer<UInt8>, depth: Int = depthBound
    ) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: text, bound: depth)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.place == text.count else { throw parser.error("there is more behind the end of the value") }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, bound: Int) {
        self.bytes = bytes
        self.bound = bound
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func error(_ message: String) -> JSONError { JSONError(message: message, offset: place) }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try number())
        case nil: throw error("the text ends where a value should be")
        default: throw error("a value was expected")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < bound else { throw error("it is nested deeper than \(bound)") }
        depth += 1
        place += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members: [JSONValue.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("the name of a member was expected") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("a colon was expected") }
            skipSpace()
            members.append(JSONValue.Member(name: name, value: try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { break }
            guard take(UInt8(ascii: ",")) else { throw error("a comma or the end of the object was expected") }
        }
        if let twice = Self.repeated(members) { throw error("the name \(twice) stands twice in one object") }
        return .object(members)
    }

    private static func repeated(_ members: [JSONValue.Member]) -> String? {
        if members.count <= 24 {
            for index in members.indices.dropFirst() {
                let name = members[index].name
                if members[..<index].contains(where: { $0.name == name }) { return name }
            }
            return nil
        }
        var seen: Set<String> = []
        return members.first { !seen.insert($0.name).inserted }?.name
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            skipSpace()
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw error("a comma or the end of the array was expected") }
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count,
            word.withUTF8Buffer({ $0.elementsEqual(UnsafeBufferPointer(rebasing: bytes[place..<end])) })
        else { throw error("a value was expected") }
        place = end
        return value
    }

    private mutating func number() throws(JSONError) -> Double {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let leading = place
        let digits = try digits()
        if digits > 1, bytes[leading] == UInt8(ascii: "0") { throw error("a number does not begin with a zero") }
        let end = place
        if take(UInt8(ascii: ".")) { _ = try self.digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            _ = try self.digits()
        }
        if place == end, digits <= 15 { return whole(start, end) }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw error("the number is too large") }
        return value
    }

    private func whole(_ start: Int, _ end: Int) -> Double {
        var value = 0
        for byte in bytes[start..<end] where byte != UInt8(ascii: "-") { value = value * 10 + Int(byte & 0xF) }
        return Double(bytes[start] == UInt8(ascii: "-") ? -value : value)
    }

    private mutating func digits() throws(JSONError) -> Int {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        guard place > start else { throw error("a digit was expected") }
        return place - start
    }

    private mutating func string() throws(JSONError) -> String {
        place += 1
        let start = place
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
        guard next == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        let text = try Self.text(UnsafeBufferPointer(rebasing: bytes[start..<place]), at: start)
        place += 1
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var plain = Array(bytes[start..<place])
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try plain.withUnsafeBufferPointer { buffer throws(JSONError) in
                    try Self.text(buffer, at: start)
                }
            case UInt8(ascii: "\\"): try escape(into: &plain)
            case 0..<0x20: throw error("a control character in a string must be escaped")
            default: plain.append(byte)
            }
        }
        throw error("the text ends within a string")
    }

    private mutating func escape(into plain: inout [UInt8]) throws(JSONError) {
        let byte = next
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(byte ?? 0)
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "u"): plain.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw error("there is no such escape in a string")
        }
    }

    /// The scalar written behind `\u`, a second escape included where the first is half of a pair.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw error("half of a surrogate pair stands alone")
        }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw error("half of a surrogate pair stands alone") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw error("four hexadecimal digits were expected")
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONError(message: "a string is not valid UTF-8", offset: offset)
        }
        return text
    }
}
