/// Which sites and partitions a cluster that is struck has, and which nodes.
///
/// Each site has two nodes that own its partitions in turn. The first site may have a third, whose clock is off by an
/// hour, so that it is never to own anything.
public struct ClusterPlan: Hashable, Sendable {
    /// The names that sites can have, in the order in which they are used.
    static let names = ["home", "away", "far"]
    /// The most sites.
    public static let siteBound = names.count
    /// The node whose clock is off by an hour.
    static let late = "home-3"
    /// The node through which all load goes; it owns nothing and is never struck.
    static let front = "front"

    /// How many sites there are, each with partitions of its own; queues are the same for all.
    public var siteCount = 1
    /// Over how many partitions each site is spread.
    public var partitionsPerSite = 1

    public init() {}

    /// The sites.
    var sites: [String] { Array(Self.names.prefix(siteCount)) }

    /// The partitions, in the order that gives them their numbers.
    var partitions: [String] { sites.flatMap { site in (0..<partitionsPerSite).map { "\(site).\($0)" } } }

    /// The nodes that own partitions in turn, each with the site it belongs to.
    var owners: [(name: String, site: String)] {
        sites.flatMap { site in (1...2).map { ("\(site)-\($0)", site) } }
    }

    /// The place among three servers of the one that a node is connected to: the nodes of each site at the first two, and
    /// only the front at the third, which is so never cut off with a node that is struck.
    func server(of node: String) -> Int {
        guard let dash = node.lastIndex(of: "-"), let number = Int(node[dash...].dropFirst()),
            let site = sites.firstIndex(of: String(node[..<dash]))
        else { return 2 }
        return (number - 1 + site) % 2
    }

    /// The stream of a partition's journal.
    static func stream(of partition: String) -> String {
        "sundial-sundial-\(partition.replacing(".", with: "_"))-1"
    }

    /// What everything of a partition is written under, in its journal and its snapshots.
    static func place(of partition: String) -> String { "sundial.\(partition).1" }
}
