public import Wire

/// Whether a contact may join a queue that nobody serves at that moment.
public enum JoinWhenEmpty: UInt8, CaseIterable, Sendable {
    case always
    /// Only while an agent that serves the queue, and whose site is open for it, is signed in.
    case staffed
    /// Only while an agent that serves the queue, and whose site is open for it, is available, busy or not.
    case available

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .always: "always"
        case .staffed: "staffed"
        case .available: "available"
        }
    }
}

extension JoinWhenEmpty: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(byte: rawValue) }
    public init(from reader: inout WireReader) throws(WireError) {
        guard let value = Self(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "join-when-empty rule", at: reader.offset - 1)
        }
        self = value
    }
}
