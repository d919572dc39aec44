public import Wire

/// Names one wish of one client, so that repeating it has no second effect: a UUID of version 7 (RFC 9562), whose
/// first 48 bits are the time in milliseconds since 1970 at which the client made it.
public struct CommandID: Hashable, Sendable, CustomStringConvertible {
    /// The first eight bytes, highest first: time, version, 12 random bits.
    public let high: UInt64
    /// The last eight bytes, highest first: variant, 62 random bits.
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes an id of version 7 from a time and 74 random bits.
    public init(time: Timestamp, random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, time.microseconds / 1000)) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | random.next() & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Reads the usual text form; nil when it is not a UUID of version 7.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8
        guard digits.count == 36 else { return nil }
        var values: (UInt64, UInt64) = (0, 0)
        var place = 0
        for (index, byte) in digits.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            if place < 16 { values.0 = values.0 << 4 | UInt64(digit) } else { values.1 = values.1 << 4 | UInt64(digit) }
            place += 1
        }
        self.init(high: values.0, low: values.1)
        guard high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
    }

    /// When the client made it, to the millisecond.
    public var time: Timestamp { Timestamp(microseconds: Int64(high >> 16) * 1000) }

    public var description: String {
        let text = Self.hexadecimal(high) + Self.hexadecimal(low)
        let bounds = [0, 8, 12, 16, 20, 32]
        return zip(bounds, bounds.dropFirst()).map { start, end in
            String(text.dropFirst(start).prefix(end - start))
        }.joined(separator: "-")
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension CommandID: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(fixed: high)
        writer.write(fixed: low)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        high = try reader.readFixed()
        low = try reader.readFixed()
    }
}
