import Center
import Cluster
import ContactCenter
import GatewayAPI

extension ClusterOverview {
    /// Every site with its nodes and partitions, by name.
    var sites: [Status.Site] {
        let names = Set(partitions.map(\.partition.site) + nodes.map(\.member.heartbeat.site))
        return names.sorted().map { name in
            let known = nodes.filter { $0.member.heartbeat.site == name && $0.member.state != .left }
            let own = partitions.filter { $0.partition.site == name }
            // A node that stands alone hears nobody, itself included.
            let alone = nodes.isEmpty ? 1 : 0
            return Status.Site(
                id: name, nodesUp: known.count { $0.member.state == .alive } + alone, nodes: known.count + alone,
                partitions: own.map(\.partition.description),
                liveContacts: own.reduce(0) { $0 + ($1.status?.liveContacts ?? 0) })
        }
    }

    /// What is found in nodes and journals and what looks stuck, the most pressing first.
    var allFindings: [GatewayAPI.Finding] {
        let stuck = partitions.flatMap { entry in
            entry.findings.map { GatewayAPI.Finding($0, in: entry.partition) }
        }
        let all = findings.map { GatewayAPI.Finding($0) } + stuck
        return ContactCenter.Finding.Severity.allCases.reversed().flatMap { severity in
            all.filter { $0.severity == severity.name }
        }
    }
}

extension Status.Partition {
    /// A partition at a glance as the API shows it.
    init(_ entry: ClusterOverview.PartitionEntry) {
        let status = entry.status
        self.init(
            id: entry.partition.description, owner: entry.owner?.name,
            state: status?.phase.name ?? (entry.owner == nil ? "unowned" : "silent"),
            epoch: status?.epoch ?? entry.lastHeard?.epoch ?? 0,
            position: (status?.position ?? entry.lastHeard?.position ?? .start).value,
            lag: status?.waitingRecords ?? 0, journal: status?.medium.name,
            durability: entry.durability.description, promise: entry.durability.promise,
            journalRoom: status?.room == .low ? "low" : "plenty", liveContacts: status?.liveContacts ?? 0,
            trouble: entry.trouble ?? status?.recovery.damage)
    }
}

extension Node {
    /// A node at a glance as the API shows it.
    init(_ entry: ClusterOverview.NodeEntry, of center: CenterDirectory) {
        self.init(entry.member, silentFor: entry.silence, of: center)
        version = entry.report?.version
        startedAt = entry.report.map { DateTime(microseconds: $0.startedAt) }
        freeBytes = entry.report?.freeBytes
    }
}
