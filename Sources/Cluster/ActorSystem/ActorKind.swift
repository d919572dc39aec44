public import Wire

/// Names a type of actor on the wire, such as `agent`; it outlives renames of the Swift type.
public struct ActorKind: Hashable, Sendable {
    /// The longest text in UTF-8 bytes; a longer one is refused by every peer.
    public static let textBound = 32

    /// The kind's text, unique among the actor types of the cluster.
    public let text: String

    public init(_ text: String) {
        self.text = text
    }
}

extension ActorKind: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension ActorKind: CustomStringConvertible {
    public var description: String { text }
}

extension ActorKind: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(text)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        text = try reader.readString(bound: Self.textBound)
    }
}
