import Wire

/// Which node is to own which partition, among those that are there: rendezvous hashing.
///
/// Every node of the partition's own site scores a number that follows from its name and the partition's, and the
/// highest wins; if that site has no candidate, those of all other sites compete. So every node computes the same
/// from the same candidates, and when one comes or goes, only the partitions that it wins or held move. A partition
/// that was handed over to a node by name is that node's while it is a candidate (``Bequest``).
///
/// Source: Thaler, Ravishankar, "Using name-based mappings to increase hit rates", IEEE/ACM Transactions on
/// Networking 6(1), 1998.
public struct Placement: Sendable {
    /// A node that may own partitions.
    public struct Candidate: Hashable, Sendable {
        /// The node.
        public let node: NodeID
        /// Its site.
        public let site: String

        public init(node: NodeID, site: String) {
            self.node = node
            self.site = site
        }
    }

    private let candidates: [Candidate]
    private let heir: @Sendable (PartitionID) -> NodeID?

    /// A placement over these nodes, each named once.
    public init(_ candidates: [Candidate]) {
        self.candidates = candidates
        heir = { _ in nil }
    }

    /// A placement over the living nodes that take partitions over, of the sites that are let in.
    ///
    /// - Parameter absent: A node that is left out, for it is about to go; nil for none.
    public init(
        _ membership: Membership, without absent: NodeID? = nil, of isLetIn: (_ site: String) -> Bool = { _ in true }
    ) {
        candidates = membership.members
            .filter { $0.isCandidate && $0.node != absent && isLetIn($0.heartbeat.site) }
            .map { Candidate(node: $0.node, site: $0.heartbeat.site) }
        heir = { membership.heir(of: $0) }
    }

    /// The node that is to own a partition; nil when there is no candidate. Complexity: O(candidates).
    public func node(for partition: PartitionID) -> NodeID? {
        if let heir = heir(partition), candidates.contains(where: { $0.node == heir }) { return heir }
        let own = candidates.filter { $0.site == partition.site }
        return (own.isEmpty ? candidates : own)
            .map { (score: RendezvousScore.of($0.node.name, for: partition.description), node: $0.node) }
            .max { $0 < $1 }?.node
    }
}
