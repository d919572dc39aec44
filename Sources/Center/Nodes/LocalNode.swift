import Cluster
import ContactCenter

/// A node as its own face reaches it.
struct LocalNode: Sendable {
    let site: String
    /// The partitions that it was told of.
    let layout: CenterLayout
    let facts: NodeFacts
    let businessClock: any BusinessClock
    /// What keeps its partitions; nil where there is one, which does not move.
    let keeper: PartitionKeeper?

    var report: NodeReport {
        NodeReport(
            site: site, version: facts.version, startedAt: facts.startedAt, time: businessClock.now(),
            freeBytes: facts.freeBytes(), layout: layout.numbered, setbacks: keeper?.setbacks ?? [])
    }
}
