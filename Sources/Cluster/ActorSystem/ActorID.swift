public import Wire

/// Names one actor in the cluster, written `agent/anna` or, for one bound to a process, `stream/17@fra-1`.
///
/// A virtual actor has no process: it is wherever the ``ActorLocator`` says, and is activated by the first call. An
/// actor bound to a process exists only in that process and ends with it.
public struct ActorID: Hashable, Sendable {
    /// The longest name in UTF-8 bytes; a longer one is refused by every peer.
    public static let nameBound = 256

    /// The actor's type.
    public let kind: ActorKind
    /// The actor's name, unique within its kind (and within its process, if it is bound to one).
    public let name: String
    /// The process that the actor is bound to; nil for a virtual actor.
    public let process: ProcessID?

    public init(kind: ActorKind, name: String, process: ProcessID? = nil) {
        self.kind = kind
        self.name = name
        self.process = process
    }
}

extension ActorID: Comparable {
    public static func < (left: ActorID, right: ActorID) -> Bool {
        if left.kind != right.kind { return left.kind.text < right.kind.text }
        if left.name != right.name { return left.name < right.name }
        guard let rightProcess = right.process else { return false }
        guard let leftProcess = left.process else { return true }
        return leftProcess < rightProcess
    }
}

extension ActorID: CustomStringConvertible {
    public var description: String {
        guard let process else { return "\(kind)/\(name)" }
        return "\(kind)/\(name)@\(process.node)"
    }
}

extension ActorID: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(kind)
        writer.write(name)
        writer.write(process)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        kind = try reader.read()
        name = try reader.readString(bound: Self.nameBound)
        process = try reader.readOptional()
    }
}
