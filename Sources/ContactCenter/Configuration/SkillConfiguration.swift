public import Wire

/// A named ability that agents have at levels 1 to 10.
public struct SkillConfiguration: Hashable, Sendable {
    /// The skill's id.
    public var id: SkillID
    /// For people; may be empty.
    public var label: String

    public init(id: SkillID, label: String = "") {
        self.id = id
        self.label = label
    }
}

extension SkillConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(label)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "skill")
        self.init(
            id: try reader.read(), label: try reader.read())
    }
}
