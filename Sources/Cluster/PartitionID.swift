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
    public init?(_ text: some StringProtocol) {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return nil }
        guard let number = Int(text[text.index(after: dot)...]), number >= 0 else { return nil }
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
