public import Wire

/// Names one node: one running `sundial serve` process, such as `fra-1`.
public struct NodeID: Hashable, Sendable {
    /// The longest name in UTF-8 bytes; a longer one is refused by every peer.
    public static let nameBound = 64

    /// The node's name, unique in the cluster.
    public let name: String

    public init(_ name: String) {
        self.name = name
    }
}

extension NodeID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension NodeID: Comparable {
    public static func < (left: NodeID, right: NodeID) -> Bool { left.name < right.name }
}

extension NodeID: CustomStringConvertible {
    public var description: String { name }
}

extension NodeID: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(name)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        name = try reader.readString(bound: Self.nameBound)
    }
}
