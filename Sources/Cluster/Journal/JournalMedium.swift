public import Wire

/// What a journal's records are written to, and so what they survive.
public enum JournalMedium: Hashable, Sendable {
    /// Nothing: they are gone with the process.
    case memory
    /// The end of the process and of the machine: every commit is synced to the disk of one SQLite file.
    case sqlite
    /// What a JetStream stream over so many servers survives: with 3 the loss of one, with 1 the end of its server.
    case jetStream(replicas: Int)

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .memory: "memory"
        case .sqlite: "sqlite-sync"
        case .jetStream(let replicas): "jetstream-r\(replicas)"
        }
    }
}

extension JournalMedium: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .memory: writer.write(byte: 0)
        case .sqlite: writer.write(byte: 1)
        case .jetStream(let replicas):
            writer.write(byte: 2)
            writer.write(replicas)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .memory
        case 1: self = .sqlite
        case 2: self = .jetStream(replicas: try reader.readInt())
        default: throw WireError(.invalidValue, reading: "medium of a journal", at: reader.offset - 1)
        }
    }
}
