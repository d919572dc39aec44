import Cluster
import ContactCenter

extension ClusterOverview {
    /// A clock that differs by more is worth a look; one that differs by over 2 s keeps its node from taking over.
    private static let skewNoted: Duration = .milliseconds(500)
    /// Records that may wait to be durable without anybody wondering.
    private static let lagNoted = 100
    /// A disk with less room is soon full.
    private static let roomNoted: UInt64 = 1_073_741_824

    /// What somebody should look at, the most pressing first.
    public var findings: [ClusterFinding] {
        let found = nodes.flatMap { findings(of: $0) } + partitions.flatMap { findings(of: $0) } + differences
        return Finding.Severity.allCases.reversed().flatMap { severity in found.filter { $0.severity == severity } }
    }

    private func findings(of entry: NodeEntry) -> [ClusterFinding] {
        let node = entry.member.node
        func finding(_ severity: Finding.Severity, _ message: String) -> ClusterFinding {
            ClusterFinding(severity, .node(node), message)
        }
        guard entry.member.state != .left, entry.member.heartbeat.standing != .client else { return [] }
        guard entry.member.state == .alive else {
            return [
                finding(
                    .fault,
                    "It was not heard for \(Self.text(entry.silence)); others take its partitions over. Look whether it "
                        + "runs and reaches NATS.")
            ]
        }
        var found: [ClusterFinding] = []
        switch entry.member.heartbeat.standing {
        case .draining:
            found.append(
                finding(
                    .note, "It is drained and takes no partitions. Let it take them again: sundial node resume \(node)")
            )
        case .clockOff:
            found.append(
                finding(.fault, "Its clock is off by over 2 s, so it takes nothing over. Set its time (NTP)."))
        case .serving, .leaving, .client: break
        }
        if entry.member.skew.magnitude > Self.skewNoted {
            let way = entry.member.skew < .zero ? "behind" : "ahead of"
            let skew = Self.text(entry.member.skew.magnitude)
            found.append(finding(.warning, "Its clock is \(skew) \(way) that of \(observer). Set the time (NTP)."))
        }
        guard let report = entry.report else {
            return found + [finding(.warning, "It is heard but does not answer. Look into its log and its load.")]
        }
        if let free = report.freeBytes, free < Self.roomNoted {
            found.append(
                finding(
                    .warning,
                    "The disk of its data folder has \(free / 1_048_576) MiB left. Make room, or move the folder."))
        }
        return found
    }

    private func findings(of entry: PartitionEntry) -> [ClusterFinding] {
        func finding(_ severity: Finding.Severity, _ message: String) -> ClusterFinding {
            ClusterFinding(severity, .partition(entry.partition), message)
        }
        guard let status = entry.status else { return [finding(.fault, absence(of: entry))] }
        var found: [ClusterFinding] = []
        if let trouble = entry.trouble { found.append(finding(.warning, "It was not examined whole: \(trouble)")) }
        switch status.phase {
        case .stalled:
            found.append(
                finding(
                    .fault,
                    "Its appends fail, and new work is refused until they do not. Look at the journal's store: the NATS "
                        + "servers, or the disk."))
        case .stopped, .recovering, .draining: found.append(finding(.note, "It is \(status.phase.name)."))
        case .serving: break
        }
        if status.waitingRecords > Self.lagNoted {
            found.append(
                finding(.warning, "\(status.waitingRecords) records wait to be durable: its journal's store is slow."))
        }
        if status.room == .low {
            found.append(
                finding(.warning, "Its journal's store is low on room and takes no new contacts. Make room there."))
        }
        if let damage = status.recovery.damage { found.append(finding(.warning, damage)) }
        guard let store = entry.store else { return found }
        found += store.faults.map { finding(.fault, $0) }
        found += store.advice.map { finding(.warning, $0) }
        found += store.copies.filter { !$0.isCurrent }.map { finding(.warning, Self.account(of: $0)) }
        return found
    }

    /// Why nobody serves a partition, and what to do about it.
    private func absence(of entry: PartitionEntry) -> String {
        if let owner = entry.owner {
            return
                "\(owner) owns it and does not answer for it: \(entry.trouble ?? "no reason was given") Look into the log "
                + "of \(owner)."
        }
        let layout = CenterLayout(partitions.map(\.place))
        let allowed = nodes.filter { layout.mayOwn(entry.place, site: $0.member.heartbeat.site) }
        let mayServe = allowed.filter(\.member.isCandidate)
        if mayServe.isEmpty {
            let drained = allowed.filter { $0.member.state == .alive && $0.member.heartbeat.standing == .draining }
            let remedy =
                drained.isEmpty
                ? "Start a node\(entry.durability.mode == .island ? " of its site" : "")."
                : "Let one take it over: sundial node resume \(drained[0].member.node)"
            return "Nobody owns it, and there is no node that may take it over. \(remedy)"
        }
        let setbacks = mayServe.compactMap { setback(of: $0, with: entry.partition) }
        if !setbacks.isEmpty { return "Nobody owns it. \(setbacks.joined(separator: " "))" }
        return "Nobody owns it. \(mayServe.map(\.member.node.name).joined(separator: ", ")) may take it over; if that "
            + "takes more than some seconds, look into their logs: the journal's store may be away."
    }

    /// What kept a node from serving a partition; nil when it tells of nothing.
    private func setback(of entry: NodeEntry, with partition: PartitionID) -> String? {
        guard let setback = entry.report?.setbacks.first(where: { $0.partition == partition }) else { return nil }
        let name = entry.member.node.name
        return setback.isForGood
            ? "\(name) has stopped serving it: \(setback.reason) It leaves the partition alone until it is restarted."
            : "\(name) could not serve it: \(setback.reason)"
    }

    /// What differs between nodes or partitions that should be alike.
    private var differences: [ClusterFinding] {
        var found: [ClusterFinding] = []
        let versions = Dictionary(grouping: nodes.filter { $0.report != nil }) { $0.report?.version ?? "" }
        if versions.count > 1 {
            let list = versions.sorted { $0.key < $1.key }.map { version, nodes in
                "\(version) (\(nodes.map(\.member.node.name).joined(separator: ", ")))"
            }
            found.append(
                ClusterFinding(.note, .cluster, "Nodes run different versions: \(list.joined(separator: ", "))."))
        }
        found += nodes.compactMap { disagreement(with: $0) }
        let latest = partitions.compactMap { $0.status?.configurationVersion }.max() ?? 0
        for entry in partitions {
            guard let version = entry.status?.configurationVersion, version < latest else { continue }
            found.append(
                ClusterFinding(
                    .warning, .partition(entry.partition),
                    "It has version \(version) of the configuration, others have \(latest). It takes it by itself unless "
                        + "it still needs what is left out there; the log of the first partition's owner says."))
        }
        return found
    }

    /// What is the matter when a node was told of other partitions than the observer.
    private func disagreement(with entry: NodeEntry) -> ClusterFinding? {
        let layout = CenterLayout(partitions.map(\.place))
        guard let others = entry.report?.layout else { return nil }
        let remedy = "Start every node with the same --sites and --partitions-per-site."
        switch layout.agreement(with: others) {
        case .same: return nil
        case .extended:
            return ClusterFinding(
                .warning, .node(entry.member.node),
                "It knows the partitions \(others.listed), and \(observer) knows \(layout.numbered.listed): neither reaches "
                    + "those that it does not know. \(remedy)")
        case .conflicting:
            return ClusterFinding(
                .fault, .node(entry.member.node),
                "It numbers the partitions \(others.listed), and \(observer) numbers them \(layout.numbered.listed): both "
                    + "would give out the same ids. Stop the one that is wrong at once. \(remedy)")
        }
    }

    private static func account(of copy: JournalCopy) -> String {
        guard let silence = copy.silence else {
            return
                "The copy \(copy.name) is away; the journal has fewer copies than it should. Look at that NATS server."
        }
        return "The copy \(copy.name) is \(copy.lag) entries behind and was last heard \(text(silence)) ago."
    }

    private static func text(_ duration: Duration) -> String {
        let tenths = Int((duration / .milliseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}

extension Duration {
    fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
