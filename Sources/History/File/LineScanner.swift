/// Reads one JSON value from the bytes of a line.
struct LineScanner {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private var depth = 0

    /// How deep arrays and objects may be nested.
    private static let depthBound = 16

    /// Reads the value that fills the line.
    ///
    /// - Throws: ``HistoryError/Code/malformed``, saying at which byte.
    static func value(of line: ArraySlice<UInt8>) throws(HistoryError) -> LineValue {
        var scanner = LineScanner(line)
        let value = try scanner.value()
        scanner.skipSpaces()
        guard scanner.place == scanner.bytes.endIndex else { throw scanner.malformed("the end of the line") }
        return value
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    private mutating func value() throws(HistoryError) -> LineValue {
        skipSpaces()
        guard place < bytes.endIndex else { throw malformed("a value") }
        switch bytes[place] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object() throws(HistoryError) -> LineValue {
        try enter()
        var fields: [LineValue.Field] = []
        if accept(UInt8(ascii: "}")) { return leave(.object(fields)) }
        repeat {
            skipSpaces()
            let name = try text()
            guard accept(UInt8(ascii: ":")) else { throw malformed("a colon") }
            fields.append(LineValue.Field(name: name, value: try value()))
        } while accept(UInt8(ascii: ","))
        guard accept(UInt8(ascii: "}")) else { throw malformed("a comma or a closing brace") }
        return leave(.object(fields))
    }

    private mutating func array() throws(HistoryError) -> LineValue {
        try enter()
        var elements: [LineValue] = []
        if accept(UInt8(ascii: "]")) { return leave(.array(elements)) }
        repeat { elements.append(try value()) } while accept(UInt8(ascii: ","))
        guard accept(UInt8(ascii: "]")) else { throw malformed("a comma or a closing bracket") }
        return leave(.array(elements))
    }

    private mutating func enter() throws(HistoryError) {
        depth += 1
        guard depth <= Self.depthBound else { throw malformed("at most \(Self.depthBound) levels") }
        place += 1
    }

    private mutating func leave(_ value: LineValue) -> LineValue {
        depth -= 1
        return value
    }

    private mutating func text() throws(HistoryError) -> String {
        guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") else { throw malformed("a text") }
        place += 1
        let start = place
        while place < bytes.endIndex, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
            place += 1
        }
        guard place < bytes.endIndex else { throw malformed("a closing quote") }
        if bytes[place] == UInt8(ascii: "\"") {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        return try escapedText(from: start)
    }

    private mutating func escapedText(from start: Int) throws(HistoryError) -> String {
        var result = Array(bytes[start..<place])
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try escape(into: &result) } else { result.append(byte) }
        }
        throw malformed("a closing quote")
    }

    private mutating func escape(into result: inout [UInt8]) throws(HistoryError) {
        guard place < bytes.endIndex else { throw malformed("an escape") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "u"):
            guard place + 4 <= bytes.endIndex,
                let code = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16),
                let scalar = UnicodeScalar(code)
            else { throw malformed("four hexadecimal digits") }
            place += 4
            result.append(contentsOf: String(Character(scalar)).utf8)
        default: result.append(byte)
        }
    }

    private mutating func number() throws(HistoryError) -> LineValue {
        let start = place
        var isWhole = true
        while place < bytes.endIndex {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
            default: return try number(start, isWhole)
            }
            place += 1
        }
        return try number(start, isWhole)
    }

    private func number(_ start: Int, _ isWhole: Bool) throws(HistoryError) -> LineValue {
        let digits = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let whole = Int64(digits) { return .whole(whole) }
        guard let number = Double(digits) else { throw malformed("a value") }
        return .number(number)
    }

    private mutating func word(_ word: StaticString, _ value: LineValue) throws(HistoryError) -> LineValue {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: expected) else { throw malformed("a value") }
        place += expected.count
        return value
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        skipSpaces()
        guard place < bytes.endIndex, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() {
        while place < bytes.endIndex, bytes[place] == UInt8(ascii: " ") || bytes[place] == 9 || bytes[place] == 13 {
            place += 1
        }
    }

    private func malformed(_ expected: String) -> HistoryError {
        HistoryError(.malformed, "expected \(expected) at byte \(place - bytes.startIndex + 1) of the line")
    }
}
