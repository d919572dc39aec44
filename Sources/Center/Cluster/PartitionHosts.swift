public import Cluster
import Synchronization

/// The partitions that a node serves at the moment, each with its host.
public final class PartitionHosts: Sendable {
    private let hosts: Mutex<[PartitionID: PartitionHost]>

    /// Makes the table of these hosts.
    public init(_ hosts: [PartitionHost] = []) {
        self.hosts = Mutex(Dictionary(uniqueKeysWithValues: hosts.map { ($0.partition, $0) }))
    }

    /// The partitions that are served here, in order. Complexity: O(n log n).
    public var partitions: [PartitionID] { hosts.withLock { $0.keys.sorted() } }

    /// The host of a partition.
    ///
    /// - Throws: ``CenterError`` with `movedAway` when this node does not serve it.
    public func host(of partition: PartitionID) throws(CenterError) -> PartitionHost {
        if let host = hosts.withLock({ $0[partition] }) { return host }
        throw CenterError(
            .movedAway,
            "This node does not serve \(partition). Repeat the command with the same id; it will be answered elsewhere.",
            retryAfter: .milliseconds(200))
    }

    /// A host serves its partition from now on.
    func enter(_ host: PartitionHost) {
        hosts.withLock { $0[host.partition] = host }
    }

    /// A host serves no more; without effect when another has taken its place.
    func remove(_ host: PartitionHost) {
        hosts.withLock { hosts in
            if hosts[host.partition] === host { hosts[host.partition] = nil }
        }
    }
}
