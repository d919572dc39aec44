public import Cluster
public import ContactCenter
public import Logging
import Synchronization

/// Serves the partitions that a node is to own: takes over those without an owner, hands over when the node drains,
/// and steps down when another has taken over.
///
/// It makes a host for each ownership and runs it; ``hosts`` has those that serve.
public final class PartitionKeeper: Sendable {
    private struct State {
        var keeping: PartitionKeeping
        var running: [PartitionID: PartitionHost] = [:]
        /// Whether the node hands everything over in order to end.
        var isEnding = false
        /// Why partitions are not served here that were to be, until somebody serves them.
        var setbacks: [PartitionID: Setback] = [:]
        /// Who waits for a host to end.
        var waiters: [OutputWaiter] = []
    }

    /// Makes the host of one ownership of a partition: over a journal that was not opened, with a new incarnation.
    public typealias HostMaker = @Sendable (CenterLayout.Place) -> PartitionHost

    /// What is to be done beside a host for as long as it runs.
    public typealias Companion = @Sendable (PartitionHost) async -> Void

    /// The pause between two looks whether this node has settled.
    private static let settlingPace: Duration = .milliseconds(50)

    /// The hosts that serve at the moment.
    public let hosts = PartitionHosts()
    private let layout: CenterLayout
    private let member: ClusterMember
    private let clock: any ProtocolClock
    private let logger: Logger
    private let makeHost: HostMaker
    private let accompany: Companion
    private let state: Mutex<State>

    /// Makes the keeper; nothing is taken over before ``run(whenChanged:)``.
    ///
    /// - Parameters:
    ///   - member: The node's part in the membership; this keeper is the reader of its changes.
    ///   - accompany: Is run beside each host, and cancelled when the host has ended.
    public init(
        layout: CenterLayout, member: ClusterMember, clock: any ProtocolClock, logger: Logger,
        makeHost: @escaping HostMaker, accompany: @escaping Companion = { _ in }
    ) {
        self.layout = layout
        self.member = member
        self.clock = clock
        self.logger = logger
        self.makeHost = makeHost
        self.accompany = accompany
        state = Mutex(State(keeping: PartitionKeeping(layout)))
    }

    /// Why this node let go of partitions, or could not take them over, that nobody owns since; by the partitions' names.
    var setbacks: [Setback] {
        let membership = member.membership
        return state.withLock { $0.setbacks.values.sorted { $0.partition < $1.partition } }
            .filter { membership.owner(of: $0.partition) == nil }
    }

    /// Keeps partitions until the task is cancelled or the member has ended; then every host ends at once.
    ///
    /// - Parameter whenChanged: Is called whenever the cluster may have changed, with the nodes whose process is gone.
    public func run(whenChanged: @Sendable (_ lost: [NodeID]) -> Void = { _ in }) async {
        await withDiscardingTaskGroup { group in
            for await _ in member.changes {
                whenChanged(member.takeLost())
                for directive in look() { await carryOut(directive, in: &group) }
                await announce()
            }
            group.cancelAll()
        }
    }

    /// Hands everything over, and takes nothing before ``resume()``; returns once this node serves nothing and everybody
    /// was told.
    ///
    /// - Parameter isEnding: Whether the node is about to end: then it cannot be told to go on.
    /// - Throws: `CancellationError` when the task is cancelled before.
    public func drain(isEnding: Bool = false) async throws {
        if isEnding { state.withLock { $0.isEnding = true } }
        await member.drain()
        try await wait { $0.keeping.isIdle }
    }

    /// Takes partitions over again. Those that other nodes own stay where they are.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when the node is about to end.
    public func resume() async throws(Refusal) {
        guard !state.withLock({ $0.isEnding }) else {
            throw Refusal(
                .wrongState,
                "The node is about to end and takes no partitions any more; start it again once it has ended.")
        }
        await member.resume()
    }

    /// Returns once this node may take partitions over: one that has just joined, or was cut off, has to settle first.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when it does not by itself; `CancellationError`.
    public func waitUntilSettled() async throws {
        while !member.membership.mayTakeOver(at: clock.now) {
            guard !member.membership.isDraining, !member.membership.isClockOff else {
                throw Refusal(
                    .wrongState, "The node takes no partitions: it is drained, or its clock is off by 2 s.")
            }
            try await clock.sleep(until: clock.now + Self.settlingPace)
        }
    }

    /// Hands one partition over to a node by name, as soon as that has caught up; returns once this node does not serve
    /// it any more and everybody was told. What becomes of it then is for ``Cluster/Placement`` to say.
    ///
    /// - Throws: ``CenterError`` with `movedAway` when the partition is not served here; `CancellationError`.
    public func handOver(_ partition: PartitionID, to heir: NodeID) async throws {
        let now = clock.now
        let found = state.withLock { state in
            state.keeping.beginHandOver(partition, now: now).map { (epoch: $0, host: state.running[partition]) }
        }
        guard let found, let host = found.host else {
            throw CenterError(.movedAway, "This node does not serve \(partition) now, so it cannot hand it over.")
        }
        await member.bequeath(Bequest(partition: partition, epoch: found.epoch, heir: heir))
        try await wait { $0.running[partition] !== host }
    }

    /// Returns once `condition` holds; it is looked at again whenever a host has ended.
    private func wait(until condition: @Sendable (State) -> Bool) async throws {
        while true {
            let waiter: OutputWaiter? = state.withLock { state in
                if condition(state) { return nil }
                let waiter = OutputWaiter(deadline: .seconds(Int64.max))
                state.waiters.append(waiter)
                return waiter
            }
            guard let waiter else { return }
            do { try await waiter.wait() } catch { throw CancellationError() }
        }
    }

    private func look() -> [PartitionKeeping.Directive] {
        let now = clock.now
        let membership = member.membership
        return state.withLock { state in
            for setback in state.setbacks.values where !setback.isForGood {
                if membership.owner(of: setback.partition) != nil { state.setbacks[setback.partition] = nil }
            }
            return state.keeping.look(at: membership, now: now)
        }
    }

    private func carryOut(_ directive: PartitionKeeping.Directive, in group: inout DiscardingTaskGroup) async {
        switch directive {
        case .prepare(let partition):
            guard let host = makeHost(of: partition) else { return }
            group.addTask { await self.keep(host, isHeir: true) }
        case .takeOver(let partition):
            guard let host = makeHost(of: partition) else { return }
            group.addTask { await self.keep(host) }
        case .giveWord(let partition): state.withLock { $0.running[partition] }?.takeOver()
        case .handOver(let partition): state.withLock { $0.running[partition] }?.handOver()
        case .stepDown(let partition): await state.withLock { $0.running[partition] }?.stepDown()
        }
    }

    private func makeHost(of partition: PartitionID) -> PartitionHost? {
        guard let place = layout.place(of: partition) else { return nil }
        let host = makeHost(place)
        state.withLock { $0.running[partition] = host }
        return host
    }

    /// Runs a host to its end. A journal that has lost what it confirmed is not taken over again by this node.
    ///
    /// - Parameter isHeir: Whether another still owns the partition, and the host is to wait for the word.
    private func keep(_ host: PartitionHost, isHeir: Bool = false) async {
        let failure: CenterError? = await withDiscardingTaskGroup { group in
            if isHeir { group.addTask { await self.prepare(host) } }
            group.addTask { await self.begin(host) }
            group.addTask { await self.accompany(host) }
            defer { group.cancelAll() }
            do { try await host.run(asHeir: isHeir) } catch {
                let failure = CenterError(of: error)
                logger.log(
                    level: failure.code == .dataLoss ? .critical : .notice, "partition let go of",
                    metadata: ["partition": "\(host.partition)", "reason": "\(error)"])
                return failure
            }
            return nil
        }
        let hasLostData = failure?.code == .dataLoss
        hosts.remove(host)
        let now = clock.now
        state.withLock { state in
            state.running[host.partition] = nil
            state.keeping.ended(host.partition, at: now, isForGood: hasLostData)
            if let failure, failure.code != .movedAway {
                state.setbacks[host.partition] = Setback(
                    host.partition, reason: failure.message, isForGood: hasLostData)
            }
        }
        await announce()
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.answer(.success(())) }
    }

    private func prepare(_ host: PartitionHost) async {
        do { try await host.waitUntilCaughtUp() } catch { return }
        state.withLock { $0.keeping.caughtUp(host.partition) }
        await announce()
    }

    private func begin(_ host: PartitionHost) async {
        // A host that does not come to serve says so by ending.
        do { try await host.waitUntilServing() } catch { return }
        let epoch = await host.status().epoch
        hosts.enter(host)
        state.withLock { state in
            state.keeping.serves(host.partition, epoch: epoch)
            state.setbacks[host.partition] = nil
        }
        await announce()
    }

    /// Tells everybody what is served here.
    private func announce() async {
        var holdings: [Holding] = []
        for partition in hosts.partitions {
            // Between the two looks at the table the host may have gone.
            guard let host = try? hosts.host(of: partition) else { continue }
            let status = await host.status()
            holdings.append(Holding(partition: partition, epoch: status.epoch, position: status.position))
        }
        // Some may have been let go of while others were asked.
        let served = hosts.partitions
        holdings.removeAll { !served.contains($0.partition) }
        await member.announce(holdings, prepared: state.withLock { $0.keeping.prepared })
    }
}
