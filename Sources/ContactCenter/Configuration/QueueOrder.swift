public import Wire

/// Whose contact an agent gets who serves several queues, among contacts of equal priority.
public enum QueueOrder: UInt8, CaseIterable, Sendable {
    /// Who has waited longest, seconds counted with the weights of the queues.
    case oldest
    /// A contact of the queue that is furthest below its service level's target; of queues that keep theirs, who has
    /// waited longest.
    case serviceLevel

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .oldest: "oldest"
        case .serviceLevel: "service-level"
        }
    }
}

extension QueueOrder: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(byte: rawValue) }
    public init(from reader: inout WireReader) throws(WireError) {
        guard let value = Self(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "order of queues", at: reader.offset - 1)
        }
        self = value
    }
}
