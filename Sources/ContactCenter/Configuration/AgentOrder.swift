public import Wire

/// Which of several idle agents gets the next contact.
public enum AgentOrder: UInt8, CaseIterable, Sendable {
    /// Who has been idle longest.
    case longestIdle
    /// Who has the highest sum of levels over the skills that the requirement names; then the longest idle.
    case mostSkilled
    /// Who has the least share of connected and wrap-up time since signing in; then the longest idle.
    case leastOccupied
    /// One after the other, in the order of the configuration.
    case roundRobin

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .longestIdle: "longest-idle"
        case .mostSkilled: "most-skilled"
        case .leastOccupied: "least-occupied"
        case .roundRobin: "round-robin"
        }
    }
}

extension AgentOrder: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(byte: rawValue) }
    public init(from reader: inout WireReader) throws(WireError) {
        guard let value = Self(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "agent order", at: reader.offset - 1)
        }
        self = value
    }
}
