public import Wire

/// Names one process that runs, or ran, a node.
public struct ProcessID: Hashable, Sendable {
    /// The node.
    public let node: NodeID
    /// A number drawn at the process's start, so that a restarted node is told apart from what it was before.
    public let incarnation: Incarnation

    public init(node: NodeID, incarnation: Incarnation) {
        self.node = node
        self.incarnation = incarnation
    }
}

extension ProcessID: Comparable {
    public static func < (left: ProcessID, right: ProcessID) -> Bool {
        left.node == right.node ? left.incarnation < right.incarnation : left.node < right.node
    }
}

extension ProcessID: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(node)
        writer.write(fixed: incarnation)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        node = try reader.read()
        incarnation = try reader.readFixed()
    }
}
