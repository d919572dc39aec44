/// That a partition has come to another node, in the answers to `POST /v1/nodes/{node}/drain` and
/// `POST /v1/partitions/{partition}/move`.
public struct Handover: Codable, Hashable, Sendable {
    /// Name of the partition.
    public var partition: String
    /// The node that had it.
    public var from: String
    /// The node that has it now; nil when none had taken it over yet.
    public var to: String?
    /// The number of the present ownership; nil when there is none.
    public var epoch: UInt64?
    /// Seconds from the beginning until it was served again; callers waited no longer.
    public var seconds: Double

    public init(partition: String, from: String, to: String?, epoch: UInt64?, seconds: Double) {
        self.partition = partition
        self.from = from
        self.to = to
        self.epoch = epoch
        self.seconds = seconds
    }
}
