/// The center's nodes by their places among the targets: whose turn it is, and who stands in for one that is lost.
struct NodesInUse: Sendable {
    /// Each node's site; an empty name where a node stands alone.
    let sites: [String]
    /// The nodes that are gone to while none of them is lost.
    let preferred: [Int]
    private var lost: Set<Int> = []
    private var last = -1

    /// - Parameters:
    ///   - preferred: The nodes that are gone to while none of them is lost; empty for all.
    /// - Precondition: There is a node.
    init(sites: [String], preferred: [Int] = []) {
        precondition(!sites.isEmpty, "a run without a node")
        self.sites = sites
        self.preferred = preferred.isEmpty ? Array(sites.indices) : preferred
    }

    /// The node whose turn it is: one after another of those that are preferred, or who stands in for it.
    mutating func next() -> Int {
        last = (last + 1) % preferred.count
        return standIn(for: preferred[last])
    }

    /// The node itself, unless it is lost: then another of its site, and any other if all of them are; itself again
    /// if nobody is left.
    func standIn(for node: Int) -> Int {
        guard lost.contains(node) else { return node }
        let others = (1..<max(sites.count, 1)).map { (node + $0) % sites.count }.filter { !lost.contains($0) }
        return others.first { sites[$0] == sites[node] } ?? others.first ?? node
    }

    /// The preferred nodes of a site, or all of it if none is; all that are preferred if the site has no node.
    func nodes(of site: String) -> [Int] {
        let own = sites.indices.filter { sites[$0] == site }
        let best = own.filter { preferred.contains($0) }
        return own.isEmpty ? preferred : best.isEmpty ? own : best
    }

    /// A node does not take connections.
    mutating func lose(_ node: Int) { lost.insert(node) }

    /// A node has taken a connection.
    mutating func find(_ node: Int) { lost.remove(node) }
}
