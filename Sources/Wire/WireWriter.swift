/// A growing buffer that values are written to.
///
/// Whole numbers are variable-length: seven bits a byte, lowest first; signed ones are zigzag-coded before.
public struct WireWriter: Sendable {
    /// All that has been written.
    public private(set) var bytes: [UInt8]

    public init(capacity: Int = 64) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// How many bytes have been written.
    public var count: Int { bytes.count }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends one byte.
    @inlinable
    public mutating func write(byte: UInt8) {
        append(byte)
    }

    /// Appends a truth value as one byte, 0 or 1.
    public mutating func write(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    /// Appends an unsigned whole number in 1 to 10 bytes.
    public mutating func write(_ value: UInt64) {
        guard value >= 0x80 else { return bytes.append(UInt8(value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { coded in
            var rest = value
            var count = 0
            while rest >= 0x80 {
                coded[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                rest >>= 7
                count += 1
            }
            coded[count] = UInt8(rest)
            bytes.append(contentsOf: coded[...count])
        }
    }

    /// Appends a signed whole number in 1 to 10 bytes.
    public mutating func write(_ value: Int64) {
        write(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    /// Appends a signed whole number in 1 to 10 bytes.
    public mutating func write(_ value: Int) {
        write(Int64(value))
    }

    /// Appends eight bytes, lowest first: for hashes and random ids, which variable length would only lengthen.
    public mutating func write(fixed value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends a floating-point number as its eight-byte bit pattern.
    public mutating func write(_ value: Double) {
        write(fixed: value.bitPattern)
    }

    /// Appends a text as its length in UTF-8 bytes and those bytes.
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            write(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// Appends a byte string as its length and its bytes.
    public mutating func write(bytes value: [UInt8]) {
        write(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Appends bytes as they are, without a length.
    public mutating func write(raw value: some Sequence<UInt8>) {
        bytes.append(contentsOf: value)
    }

    /// Appends a value.
    @inlinable
    public mutating func write(_ value: some WireValue) {
        value.write(to: &self)
    }

    /// Appends a presence byte and, if there is one, the value.
    @inlinable
    public mutating func write<Value: WireValue>(_ value: Value?) {
        write(value != nil)
        value?.write(to: &self)
    }

    /// Appends a count and that many values.
    @inlinable
    public mutating func write<Value: WireValue>(_ values: [Value]) {
        write(UInt64(values.count))
        for value in values { value.write(to: &self) }
    }

    @usableFromInline
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }
}
