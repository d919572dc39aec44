/// A 64-bit FNV-1a checksum over eight-byte words, then the bytes left: finds torn and rotted bytes; it is no
/// defence against somebody who forges them.
///
/// Source of the constants: Fowler, Noll, Vo, RFC 9923.
public enum Checksum {
    private static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// The checksum of `bytes`. Complexity: O(count).
    public static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var hash = offsetBasis ^ UInt64(raw.count)
            var offset = 0
            while offset + 8 <= raw.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                hash = mixed(hash ^ word)
                offset += 8
            }
            while offset < raw.count {
                hash = mixed(hash ^ UInt64(raw[offset]))
                offset += 1
            }
            return hash
        }
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* prime
        return product ^ (product >> 29)
    }
}
