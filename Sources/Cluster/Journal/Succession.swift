public import Wire

/// Where a journal goes on that was restored from a backup: the payload of the record that seals the old one.
public struct Succession: Hashable, Sendable {
    /// Number of the journal that takes its place: 1 is a partition's first.
    public let generation: Int

    /// Among how many of a journal's last records its seal is looked for: more than an owner has appends under way, of
    /// which the last may still come to stand, without effect, behind the seal.
    public static let reach = 8

    public init(generation: Int) {
        self.generation = generation
    }
}

extension Succession: WireValue {
    private static let version: UInt8 = 1

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(generation)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a succession", at: reader.offset - 1)
        }
        generation = try reader.readInt()
    }
}

extension JournalRecord {
    /// Where the journal goes on, if this record is its last and says so.
    public var succession: Succession? {
        guard kind == .sealed else { return nil }
        return try? Succession(wireBytes: payload)
    }
}
