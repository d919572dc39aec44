/// A cursor over bytes that values are read from; every read is checked.
public struct WireReader: Sendable {
    /// The longest text that is read where the caller states no other bound, in UTF-8 bytes.
    public static let textBound = 65_536
    /// The most elements of an array that are read where the caller states no other bound.
    public static let countBound = 1_048_576

    private let bytes: [UInt8]
    /// Offset of the next byte to read.
    public private(set) var offset: Int

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = 0
    }

    /// How many bytes are left.
    public var remaining: Int { bytes.count - offset }

    /// Checks that nothing is left.
    ///
    /// - Throws: ``WireError/Code/trailingBytes``.
    public func finish() throws(WireError) {
        guard remaining == 0 else { throw WireError(.trailingBytes, reading: "end", at: offset) }
    }

    /// Reads one byte.
    public mutating func readByte() throws(WireError) -> UInt8 {
        guard offset < bytes.count else { throw WireError(.truncated, reading: "byte", at: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Reads a truth value; any byte but 0 and 1 is refused.
    public mutating func readBool() throws(WireError) -> Bool {
        switch try readByte() {
        case 0: return false
        case 1: return true
        default: throw WireError(.invalidValue, reading: "truth value", at: offset - 1)
        }
    }

    /// Reads an unsigned whole number of variable length.
    public mutating func readUInt64() throws(WireError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            if shift == 63, byte > 1 { throw WireError(.invalidValue, reading: "whole number", at: offset - 1) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    /// Reads a signed whole number of variable length.
    public mutating func readInt64() throws(WireError) -> Int64 {
        let coded = try readUInt64()
        return Int64(bitPattern: coded >> 1) ^ -Int64(bitPattern: coded & 1)
    }

    /// Reads a signed whole number of variable length.
    public mutating func readInt() throws(WireError) -> Int {
        Int(try readInt64())
    }

    /// Reads eight bytes, lowest first.
    public mutating func readFixed() throws(WireError) -> UInt64 {
        guard remaining >= 8 else { throw WireError(.truncated, reading: "eight bytes", at: offset) }
        var value: UInt64 = 0
        for index in 0..<8 { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        offset += 8
        return value
    }

    /// Reads a floating-point number.
    public mutating func readDouble() throws(WireError) -> Double {
        Double(bitPattern: try readFixed())
    }

    /// Reads a text of at most `bound` UTF-8 bytes; bytes that are not UTF-8 are refused.
    public mutating func readString(bound: Int = textBound) throws(WireError) -> String {
        let start = offset
        let length = try readLength(bound: bound, what: "text")
        guard let text = String(validating: bytes[offset..<offset + length], as: UTF8.self) else {
            throw WireError(.invalidValue, reading: "text", at: start)
        }
        offset += length
        return text
    }

    /// Reads a byte string of at most `bound` bytes.
    public mutating func readBytes(bound: Int) throws(WireError) -> [UInt8] {
        let length = try readLength(bound: bound, what: "bytes")
        defer { offset += length }
        return Array(bytes[offset..<offset + length])
    }

    /// Reads a value.
    public mutating func read<Value: WireValue>(_ type: Value.Type = Value.self) throws(WireError) -> Value {
        try Value(from: &self)
    }

    /// Reads a value that may be absent.
    public mutating func readOptional<Value: WireValue>(
        _ type: Value.Type = Value.self
    ) throws(WireError) -> Value? {
        try readBool() ? try Value(from: &self) : nil
    }

    /// Reads at most `bound` values behind their count.
    public mutating func readArray<Value: WireValue>(
        of type: Value.Type = Value.self, bound: Int = countBound
    ) throws(WireError) -> [Value] {
        let count = try readCount(bound: bound)
        var values: [Value] = []
        values.reserveCapacity(min(count, remaining))
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    /// Reads a count of at most `bound`.
    public mutating func readCount(bound: Int = countBound) throws(WireError) -> Int {
        let start = offset
        let count = try readUInt64()
        guard count <= UInt64(bound) else { throw WireError(.tooLong, reading: "count", at: start) }
        return Int(count)
    }

    private mutating func readLength(bound: Int, what: String) throws(WireError) -> Int {
        let start = offset
        let length = try readUInt64()
        guard length <= UInt64(bound) else { throw WireError(.tooLong, reading: what, at: start) }
        guard length <= UInt64(remaining) else { throw WireError(.truncated, reading: what, at: start) }
        return Int(length)
    }
}
