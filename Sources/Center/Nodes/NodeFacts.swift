/// What the program that runs a node tells of itself and of its machine.
public struct NodeFacts: Sendable {
    /// The program's version.
    public var version: String
    /// The machine's wall clock when the node was started, in microseconds since 1970.
    public var startedAt: Int64
    /// Bytes that may still be written to the disk of the node's data folder; nil when that cannot be told.
    public var freeBytes: @Sendable () -> UInt64?

    public init(
        version: String = "unknown", startedAt: Int64 = 0, freeBytes: @escaping @Sendable () -> UInt64? = { nil }
    ) {
        self.version = version
        self.startedAt = startedAt
        self.freeBytes = freeBytes
    }
}
