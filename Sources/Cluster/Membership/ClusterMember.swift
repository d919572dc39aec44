import Synchronization
import Wire

/// A node's part in the cluster's membership: tells all nodes that it lives and what it owns, and hears who else does.
///
/// What it concludes is kept by a ``Membership``; whoever acts on it waits for ``changes``.
public final class ClusterMember: Sendable {
    /// What heartbeats are published under.
    public static let topic: BroadcastTopic = "heartbeats"

    private struct State {
        var membership: Membership
        var owners: [PartitionID: ProcessID] = [:]
        /// Whoever was lost from sight and not yet reported.
        var lost: [NodeID] = []
        var malformed = 0
    }

    /// This process.
    public let process: ProcessID
    /// Yields at every heartbeat of this node, and whenever a partition's owner or a node's state may have changed.
    ///
    /// For one reader; ends with ``run()``.
    public let changes: AsyncStream<Void>

    private let change: AsyncStream<Void>.Continuation
    private let broadcast: any Broadcast
    private let clock: any ProtocolClock
    private let wallClock: @Sendable () -> Int64
    private let settings: MembershipSettings
    private let state: Mutex<State>
    private let publishing = AsyncLock()

    /// Makes the member; nothing is told or heard before ``run()``.
    ///
    /// - Parameters:
    ///   - process: This process.
    ///   - site: This node's site.
    ///   - isClient: Whether the process is no node but uses the others.
    ///   - wallClock: Reads the machine's wall clock, in microseconds since 1970.
    public init(
        process: ProcessID, site: String, isClient: Bool = false, broadcast: any Broadcast, clock: any ProtocolClock,
        wallClock: @escaping @Sendable () -> Int64, settings: MembershipSettings = MembershipSettings()
    ) {
        self.process = process
        self.broadcast = broadcast
        self.clock = clock
        self.wallClock = wallClock
        self.settings = settings
        (changes, change) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        state = Mutex(
            State(
                membership: Membership(
                    process: process, site: site, startedAt: wallClock(), isClient: isClient, settings: settings)))
    }

    /// The present view of the cluster.
    public var membership: Membership { state.withLock { $0.membership } }

    /// How many messages under ``topic`` could not be read.
    public var malformed: Int { state.withLock { $0.malformed } }

    /// The living process that owns a partition, as far as this node knows; nil when there is none. Complexity: O(1).
    public func owner(of partition: PartitionID) -> ProcessID? {
        state.withLock { $0.owners[partition] }
    }

    /// Takes out the nodes whose present or former process is gone, or to which the way was interrupted, oldest first:
    /// calls that wait for them may never be answered.
    public func takeLost() -> [NodeID] {
        state.withLock { state in
            defer { state.lost = [] }
            return state.lost
        }
    }

    /// Tells and hears until the task is cancelled; then says that the node leaves.
    public func run() async {
        defer { change.finish() }
        guard let subscription = await subscribe() else { return }
        defer { subscription.end() }
        while !Task.isCancelled {
            await publish()
            do { try await clock.sleep(until: clock.now + settings.heartbeatEvery) } catch { break }
            tick()
        }
        await publish(isLeaving: true)
    }

    /// Sets what this node owns and what it could own at once, and tells everybody at once if that is other partitions
    /// than before.
    public func announce(_ holdings: [Holding], prepared: [PartitionID] = []) async {
        let isNews = state.withLock { state in
            let before = (state.membership.holdings.map { $0.partition }, state.membership.prepared)
            state.membership.holdings = Array(holdings.prefix(Heartbeat.holdingBound))
            state.membership.prepared = Array(prepared.prefix(Heartbeat.holdingBound))
            Self.findOwners(in: &state)
            return before != (state.membership.holdings.map { $0.partition }, state.membership.prepared)
        }
        guard isNews else { return }
        change.yield()
        await publish()
    }

    /// Says from now on that this node hands its partitions over and takes none; tells everybody at once.
    public func drain() async {
        state.withLock { $0.membership.isDraining = true }
        change.yield()
        await publish()
    }

    /// Tells all others, with the next heartbeat, that packets from or to this process may have been lost.
    public func packetsWereLost() {
        state.withLock { $0.membership.skipBeat() }
    }

    /// Says from now on that this node takes partitions over again.
    public func resume() async {
        state.withLock { $0.membership.isDraining = false }
        change.yield()
        await publish()
    }

    /// Says from now on that a partition which this node is about to let go of is meant for another node.
    public func bequeath(_ bequest: Bequest) async {
        let now = clock.now
        state.withLock { $0.membership.bequeath(bequest, at: now) }
        await publish()
    }

    private func subscribe() async -> BroadcastSubscription? {
        while !Task.isCancelled {
            do throws(ClusterError) {
                return try await broadcast.subscribe(to: Self.topic) { [weak self] in self?.received($0) }
            } catch {
                // The network was never reached; there is nobody to hear either.
                do { try await clock.sleep(until: clock.now + settings.heartbeatEvery) } catch { return nil }
            }
        }
        return nil
    }

    /// Heartbeats leave in the order of their numbers: one that is overtaken would count as lost, and so would packets.
    private func publish(isLeaving: Bool = false) async {
        await publishing.lock()
        defer { publishing.unlock() }
        let heartbeat = state.withLock { $0.membership.beat(wallClock: wallClock(), isLeaving: isLeaving) }
        // A heartbeat that cannot be sent is one that is not heard, which this node notices by itself.
        do { try await broadcast.publish(heartbeat.wireBytes(), under: Self.topic) } catch { return }
    }

    private func received(_ message: [UInt8]) {
        let heartbeat: Heartbeat
        do { heartbeat = try Heartbeat(wireBytes: message) } catch { return state.withLock { $0.malformed += 1 } }
        let now = clock.now
        let wallClock = wallClock()
        let isNews = state.withLock { state in
            let before = state.membership[heartbeat.process.node]?.heartbeat
            let changes = state.membership.heard(heartbeat, at: now, wallClock: wallClock)
            Self.note(changes, in: &state)
            Self.findOwners(in: &state)
            return !changes.isEmpty || before.map { Self.tells(heartbeat, otherThan: $0) } ?? true
        }
        if isNews { change.yield() }
    }

    private func tick() {
        let now = clock.now
        state.withLock { state in
            Self.note(state.membership.tick(at: now), in: &state)
            Self.findOwners(in: &state)
        }
        change.yield()
    }

    /// Whether a heartbeat tells others what to do: whom a partition belongs to, or is to belong to.
    private static func tells(_ heartbeat: Heartbeat, otherThan before: Heartbeat) -> Bool {
        heartbeat.holdings.map { $0.partition } != before.holdings.map { $0.partition }
            || heartbeat.standing != before.standing || heartbeat.bequests != before.bequests
            || heartbeat.prepared != before.prepared
    }

    private static func note(_ changes: [MembershipChange], in state: inout State) {
        for change in changes {
            switch change {
            case .suspected(let node), .restarted(let node), .left(let node), .interrupted(let node):
                state.lost.append(node)
            case .joined, .aliveAgain: break
            }
        }
    }

    private static func findOwners(in state: inout State) {
        state.owners = state.membership.owners.mapValues { $0.process }
    }
}
