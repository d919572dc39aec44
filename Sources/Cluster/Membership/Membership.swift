// Who is there, as one node sees it.
//
// Model. Every node broadcasts a heartbeat every 200 ms. This machine takes in those that arrive, the node's own
// among them, and is told the time now and then. What it concludes decides only who tries to own a partition, never
// who may: that is decided in the partition's journal (`Fence`). So it may be wrong for a while without harm.
//
// Rules.
// - Order. Of two heartbeats of a process the one with the higher number is the later. Of two processes of one node
//   the one that started later, by the node's own clock, is the present one; a heartbeat of an earlier one is late
//   and ignored. Once the node is suspected, any other process of it is believed: its clock may have been set back.
// - Gaps. A process counts its heartbeats, and NATS keeps their order: where one is missing, other packets from or to
//   that process may have been lost with it, and nobody is told of that otherwise. A process whose own connection broke
//   leaves a number out, since a break may be shorter than the time between two heartbeats.
// - Hearing oneself. The network carries a node's own heartbeats back to it. A node that does not hear itself is cut
//   off and suspects nobody; when it hears itself again, everybody gets the full time anew, and it takes nothing
//   over before it has settled.
// - Clocks. A heartbeat says what the sender's wall clock shows. How far two clocks differ is known up to the time
//   the heartbeat took; of the latest differences of a process the largest comes closest. A node whose clock differs
//   by more than is allowed from those of most living nodes, itself counted, says so in its own heartbeats.

/// One node's view of which nodes there are.
public struct Membership: Sendable {
    /// The process whose view it is.
    public let process: ProcessID
    /// Its site.
    public let site: String
    /// The periods and tolerances.
    public let settings: MembershipSettings
    /// What this node owns, by partition.
    public var holdings: [Holding] = []
    /// What this node could own at once, since it has caught up with the owner that parts with it.
    public var prepared: [PartitionID] = []
    /// Whether this node hands its partitions over and takes none.
    public var isDraining = false
    /// Whether this process is no node but uses the others, and takes nothing over.
    public let isClient: Bool
    /// What this node hands over to nodes that it names, and since when.
    private var bequests: [PartitionID: (bequest: Bequest, since: Duration)] = [:]
    /// Protocol time since when the node hears itself; nil while it does not.
    public private(set) var connectedSince: Duration?

    private let startedAt: Int64
    private var number: UInt64 = 0
    private var table: [NodeID: Member] = [:]

    /// The view of a process that has heard nobody yet.
    ///
    /// - Parameters:
    ///   - startedAt: The wall clock at its start, in microseconds since 1970.
    ///   - isClient: Whether it is no node but uses the others.
    public init(
        process: ProcessID, site: String, startedAt: Int64, isClient: Bool = false,
        settings: MembershipSettings = MembershipSettings()
    ) {
        self.isClient = isClient
        self.process = process
        self.site = site
        self.startedAt = startedAt
        self.settings = settings
    }

    /// The node whose view it is.
    public var node: NodeID { process.node }

    /// Everybody who was heard and not forgotten, by name. Complexity: O(n log n).
    public var members: [Member] {
        table.values.sorted { $0.node < $1.node }
    }

    /// A node as it is seen; nil when it was never heard.
    public subscript(node: NodeID) -> Member? { table[node] }

    /// The living process that owns a partition, itself included; nil when none says that it does.
    ///
    /// Of several who say so it is the one with the highest epoch. Complexity: O(members and their holdings).
    public func owner(of partition: PartitionID) -> (process: ProcessID, epoch: Epoch)? {
        owners[partition]
    }

    /// Every partition that has a living owner, and which; see ``owner(of:)``.
    var owners: [PartitionID: (process: ProcessID, epoch: Epoch)] {
        var owners: [PartitionID: (process: ProcessID, epoch: Epoch)] = [:]
        func enter(_ holdings: [Holding], of process: ProcessID) {
            for holding in holdings {
                if let found = owners[holding.partition], (found.epoch, found.process) > (holding.epoch, process) {
                    continue
                }
                owners[holding.partition] = (process, holding.epoch)
            }
        }
        enter(holdings, of: process)
        for member in table.values where member.state == .alive && member.node != node {
            enter(member.heartbeat.holdings, of: member.heartbeat.process)
        }
        return owners
    }

    /// Says from now on that a partition is meant for a node, until that node or another owns it, or for
    /// ``MembershipSettings/bequestFor`` once this node does not own it any more.
    public mutating func bequeath(_ bequest: Bequest, at now: Duration) {
        bequests[bequest.partition] = (bequest, now)
    }

    /// Whether a partition's owner says that it is about to part with it, to a node that it names or any other.
    /// Complexity: O(members and their holdings).
    public func isPartedWith(_ partition: PartitionID) -> Bool {
        guard let owner = owner(of: partition), let heartbeat = table[owner.process.node]?.heartbeat else {
            return false
        }
        return heartbeat.standing == .draining
            || heartbeat.bequests.contains { $0.partition == partition && $0.epoch == owner.epoch }
    }

    /// The node that a partition without an owner is meant for, by the latest word of a living node; nil when it is
    /// meant for nobody in particular. Complexity: O(members and their bequests).
    public func heir(of partition: PartitionID) -> NodeID? {
        let told = table.values.filter { $0.state == .alive && $0.node != node }.flatMap(\.heartbeat.bequests)
        return (told + bequests.values.map(\.bequest)).filter { $0.partition == partition }
            .max { ($0.epoch, $0.heir) < ($1.epoch, $1.heir) }?.heir
    }

    /// Whether the node may take a partition over now: it is connected and settled, and says that it is serving.
    public func mayTakeOver(at now: Duration) -> Bool {
        guard let connectedSince, now - connectedSince >= settings.settling else { return false }
        return table[node]?.isCandidate == true && !isDraining && !isClient && !isClockOff
    }

    /// The next heartbeat of this node.
    ///
    /// - Parameters:
    ///   - wallClock: This node's wall clock, in microseconds since 1970.
    ///   - isLeaving: Whether it is the last.
    public mutating func beat(wallClock: Int64, isLeaving: Bool = false) -> Heartbeat {
        number += 1
        let standing: Heartbeat.Standing =
            isLeaving ? .leaving : isClient ? .client : isDraining ? .draining : isClockOff ? .clockOff : .serving
        return Heartbeat(
            process: process, site: site, startedAt: startedAt, number: number, wallClock: wallClock,
            standing: standing, holdings: isLeaving ? [] : holdings,
            bequests: bequests.values.map(\.bequest).sorted { $0.partition < $1.partition },
            prepared: isLeaving ? [] : prepared)
    }

    /// Leaves out a heartbeat, which tells all others that packets from or to this process may have been lost.
    public mutating func skipBeat() {
        number += 1
    }

    /// Whether the node's own clock differs too much from those of most living nodes, itself counted.
    public var isClockOff: Bool {
        let living = table.values.filter { $0.state == .alive && $0.node != node && $0.heartbeat.standing != .client }
        let differing = living.count { abs($0.skew) > settings.clockTolerance }
        return differing * 2 > living.count + 1
    }

    /// Takes in a heartbeat.
    ///
    /// - Parameters:
    ///   - now: Protocol time of this node.
    ///   - wallClock: This node's wall clock, in microseconds since 1970.
    /// - Returns: What it changes; nothing when it is late.
    public mutating func heard(_ heartbeat: Heartbeat, at now: Duration, wallClock: Int64) -> [MembershipChange] {
        let sender = heartbeat.process.node
        guard let before = table[sender] else {
            guard table.count < settings.memberBound, heartbeat.standing != .leaving else { return [] }
            enter(heartbeat, at: now, wallClock: wallClock)
            return [.joined(sender)]
        }
        guard Self.isLater(heartbeat, than: before) else { return [] }
        let isSame = before.heartbeat.process == heartbeat.process
        enter(heartbeat, at: now, wallClock: wallClock, after: isSame ? before : nil)
        if heartbeat.standing == .leaving { return before.state == .left ? [] : [.left(sender)] }
        switch before.state {
        case .alive where isSame:
            return heartbeat.number - before.heartbeat.number > 1 ? [.interrupted(sender)] : []
        case .alive: return [.restarted(sender)]
        case .suspected: return [isSame ? .aliveAgain(sender) : .restarted(sender)]
        case .left: return [.joined(sender)]
        }
    }

    /// Looks at who was not heard for too long. To be called at least at every heartbeat.
    public mutating func tick(at now: Duration) -> [MembershipChange] {
        let owners = owners
        for holding in holdings { bequests[holding.partition]?.since = now }
        bequests = bequests.filter { partition, told in
            now - told.since < settings.bequestFor && owners[partition]?.epoch ?? 0 <= told.bequest.epoch
        }
        guard let own = table[node], now - own.heardAt <= settings.suspicionAfter else {
            connectedSince = nil
            return []
        }
        guard let connectedSince else { return [] }
        var changes: [MembershipChange] = []
        for member in members where member.node != node {
            let silence = now - max(member.heardAt, connectedSince)
            if member.state == .alive, silence > settings.suspicionAfter {
                table[member.node]?.state = .suspected
                changes.append(.suspected(member.node))
            } else if member.state != .alive, silence > settings.forgottenAfter {
                table[member.node] = nil
            }
        }
        return changes
    }

    private mutating func enter(
        _ heartbeat: Heartbeat, at now: Duration, wallClock: Int64, after before: Member? = nil
    ) {
        let skew: Duration = .microseconds(heartbeat.wallClock.subtractingReportingOverflow(wallClock).partialValue)
        let state: Member.State = heartbeat.standing == .leaving ? .left : .alive
        table[heartbeat.process.node] = Member(
            heartbeat: heartbeat, state: state, heardAt: now,
            skew: before.map { Self.skew($0.skew, then: skew) } ?? skew)
        if heartbeat.process == process, connectedSince == nil { connectedSince = now }
    }

    /// The difference of two clocks after one more reading: the largest of late, for a reading is only ever too small
    /// by the time the heartbeat took; an old reading gives way slowly.
    private static func skew(_ known: Duration, then read: Duration) -> Duration {
        read >= known ? read : known - (known - read) / 8
    }

    private static func isLater(_ heartbeat: Heartbeat, than member: Member) -> Bool {
        let last = member.heartbeat
        if last.process == heartbeat.process { return heartbeat.number > last.number && member.state != .left }
        if member.state == .suspected { return true }
        return (heartbeat.startedAt, heartbeat.process.incarnation) > (last.startedAt, last.process.incarnation)
    }
}

private func abs(_ duration: Duration) -> Duration { duration < .zero ? .zero - duration : duration }
