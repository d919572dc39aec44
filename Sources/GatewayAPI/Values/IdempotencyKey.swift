/// Names one wish of a client, so that repeating it has no second effect: a UUID of version 7 (RFC 9562).
///
/// It is sent as the header `Idempotency-Key`. Its first 48 bits are the time at which it was made; a key older than
/// the center's command window is refused.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    /// The first eight bytes: time, version, 12 random bits.
    public let high: UInt64
    /// The last eight bytes: variant, 62 random bits.
    public let low: UInt64

    /// Makes a key from a time and 74 random bits.
    public init(milliseconds: Int64, random: inout some RandomNumberGenerator) {
        high = (UInt64(max(0, milliseconds)) & 0xFFFF_FFFF_FFFF) << 16 | 0x7000 | random.next() & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Makes a key from a time, with random bits from the system.
    public init(milliseconds: Int64) {
        var random = SystemRandomNumberGenerator()
        self.init(milliseconds: milliseconds, random: &random)
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64((15 - index % 16) * 4) & 0xF)
                buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                place += 1
            }
            return place
        }
    }
}
