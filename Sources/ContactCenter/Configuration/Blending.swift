public import Wire

/// How a queue goes behind others: its contacts are offered to their agents only while those have enough left.
public struct Blending: Hashable, Sendable {
    /// The queues whose work goes first; empty for every queue that does not go behind others itself.
    public var behind: [QueueID]
    /// Of each of them more agents than this must be idle; nil for however few.
    public var idle: Int?
    /// Whether each of them must keep its service level.
    public var keepsServiceLevel: Bool

    public init(behind: [QueueID] = [], idle: Int? = nil, keepsServiceLevel: Bool = false) {
        self.behind = behind
        self.idle = idle
        self.keepsServiceLevel = keepsServiceLevel
    }
}

extension Blending: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(behind)
        writer.write(idle)
        writer.write(keepsServiceLevel)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "blending")
        self.init(
            behind: try reader.readArray(), idle: try reader.readOptional(),
            keepsServiceLevel: try reader.readBool())
    }
}
