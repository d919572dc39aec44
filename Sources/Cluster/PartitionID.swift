public import Wire

/// Names one partition of a site, written `fra.0`.
public struct PartitionID: Hashable, Sendable, CustomStringConvertible {
    /// The site's id.
    public let site: String
    /// Number of the partition within its site, from 0.
    public let number: Int

    public init(site: String, number: Int) {
        self.site = site
        self.number = number
    }

    /// Reads the written form; nil when it is none.
    public init?(_ text: String) {
        self.init(text[...])
    }

    /// Reads the written form; nil when it is none. Every call of an actor reads it, so it goes by bytes.
    public init?(_ text: Substring) {
        let bytes = text.utf8
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot != bytes.startIndex else { return nil }
        let digits = bytes[bytes.index(after: dot)...]
        guard (1...18).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        self.init(site: String(text[..<dot]), number: number)
    }

    public var description: String { "\(site).\(number)" }
}

extension PartitionID: Comparable {
    public static func < (left: PartitionID, right: PartitionID) -> Bool {
        (left.site, left.number) < (right.site, right.number)
    }
}

extension PartitionID: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(site)
        writer.write(number)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        site = try reader.readString(bound: 64)
        number = try reader.readInt()
    }
}
