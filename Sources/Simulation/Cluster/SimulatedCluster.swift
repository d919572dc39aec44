public import Center
public import Cluster
public import ContactCenter
import Synchronization
import Wire

/// A whole cluster in one process and in virtual time: nodes, the network between them, the journals of their
/// partitions, and whoever speaks to them from outside. One seed is one run.
///
/// Each node has its own executor. A node that is paused runs nothing and takes nothing in, and wakes up as a zombie;
/// one that is killed leaves nothing behind but what it has sent and written.
public final class SimulatedCluster: Sendable {
    /// What a cluster is made of beside its seed.
    public struct Plan: Sendable {
        /// The nodes and the site of each.
        public var nodes: [(node: NodeID, site: String)]
        /// The partitions.
        public var layout: CenterLayout
        /// How the network fails.
        public var network = NetworkFaults.none
        /// How many appends an owner has under way at once.
        public var appendsInFlight = 1
        /// How the journals fail.
        public var journal = FaultPlan.none
        /// The promise that is broken on purpose; nil for none.
        public var sabotage: Sabotage?

        public init(nodes: [(node: NodeID, site: String)], layout: CenterLayout) {
            self.nodes = nodes
            self.layout = layout
        }
    }

    /// What there is beside the nodes.
    struct World: Sendable {
        let time: VirtualTime
        let start: Timestamp
        let layout: CenterLayout
        let network: SimulatedNetwork
        let storages: [PartitionID: SharedStorage]
        let appendsInFlight: Int
        let sabotage: Sabotage?

        func storage(of partition: PartitionID) -> SharedStorage {
            guard let storage = storages[partition] else { preconditionFailure("\(partition) is not in the layout") }
            return storage
        }
    }

    private struct State {
        var generator: SeededGenerator
        var nodes: [NodeID: SimulatedNode] = [:]
        var pausedUntil: [NodeID: Duration] = [:]
        var steps = 0
        var kills = 0
        /// Who does something now; nil when that is to be found out anew.
        var awake: Awake?

        mutating func findAwake(at now: Duration) -> Awake {
            if let awake, awake.until.map({ now < $0 }) ?? true { return awake }
            let found = nodes.filter { (pausedUntil[$0.key] ?? .zero) <= now }.sorted { $0.key < $1.key }
            let awake = Awake(
                nodes: found.map { $0.value }, names: Set(found.map { $0.key }),
                until: pausedUntil.values.filter { $0 > now }.min())
            self.awake = awake
            return awake
        }
    }

    /// The nodes that are not paused.
    private struct Awake {
        let nodes: [SimulatedNode]
        let names: Set<NodeID>
        /// When the first that is paused wakes; nil when none is.
        let until: Duration?
    }

    /// Virtual time, the same for all.
    public let time = VirtualTime()
    let plan: Plan
    let world: World
    private let outside: SeededExecutor
    private let state: Mutex<State>

    /// Makes a cluster whose nodes are not started yet.
    public init(seed: UInt64, plan: Plan) {
        var generator = SeededGenerator(seed: seed)
        self.plan = plan
        let network = SimulatedNetwork(seed: generator.next(), time: time, faults: plan.network)
        var storages: [PartitionID: SharedStorage] = [:]
        for place in plan.layout.places {
            storages[place.partition] = SharedStorage(
                seed: generator.next(), faults: plan.journal, sabotage: plan.sabotage)
        }
        world = World(
            time: time, start: Timestamp(microseconds: 1_700_000_000_000_000), layout: plan.layout, network: network,
            storages: storages, appendsInFlight: plan.appendsInFlight, sabotage: plan.sabotage)
        outside = SeededExecutor(seed: generator.next())
        state = Mutex(State(generator: generator))
    }

    /// The nodes that run, by name.
    public var running: [NodeID] { state.withLock { $0.nodes.keys.sorted() } }

    /// How many jobs were run.
    public var steps: Int { state.withLock { $0.steps } }

    /// How many processes were killed.
    public var kills: Int { state.withLock { $0.kills } }

    /// Business time as it really is.
    public var now: Timestamp { world.start.advanced(by: time.now) }

    /// Starts a process of a node.
    ///
    /// - Parameter skew: By how much the machine's clock is ahead of the others'.
    public func start(_ id: NodeID, skew: Duration = .zero) {
        guard let site = plan.nodes.first(where: { $0.node == id })?.site else { return }
        world.network.setCutOff(id, false)
        let seed = state.withLock { $0.generator.next() }
        let node = SimulatedNode(id, site: site, skew: skew, seed: seed, world: world)
        state.withLock { state in
            state.nodes[id] = node
            state.awake = nil
        }
    }

    /// Kills a node's process.
    public func kill(_ id: NodeID) {
        world.network.setCutOff(id, true)
        let node = state.withLock { state in
            state.pausedUntil[id] = nil
            state.awake = nil
            if state.nodes[id] != nil { state.kills += 1 }
            return state.nodes.removeValue(forKey: id)
        }
        node?.kill()
    }

    /// Lets a node do nothing for a while, as a machine that is suspended does.
    public func pause(_ id: NodeID, for duration: Duration) {
        let until = time.now + duration
        state.withLock { state in
            state.pausedUntil[id] = until
            state.awake = nil
        }
    }

    /// Cuts a node off from the network, or joins it again; it reaches the journals all the same.
    public func cutOff(_ id: NodeID, _ isCutOff: Bool) {
        world.network.setCutOff(id, isCutOff)
    }

    /// A running node; nil when it is not running.
    public func node(_ id: NodeID) -> ClusterNode? { state.withLock { $0.nodes[id]?.node } }

    /// The running nodes that serve a partition: one, unless a zombie has not noticed yet.
    public func owners(of partition: PartitionID) -> [NodeID] {
        state.withLock { $0.nodes }.filter { $0.value.node.keeper.hosts.partitions.contains(partition) }.keys.sorted()
    }

    /// Calls `body` with a partition whenever somebody has taken it over.
    func whenTakenOver(_ body: @escaping @Sendable (PartitionID) -> Void) {
        for (partition, storage) in world.storages { storage.whenTakenOver { body(partition) } }
    }

    /// Asks a node something, as a client does that is connected to it.
    ///
    /// - Returns: nil when the node does not run, or does not answer in time: the outcome is unknown.
    public func ask<Answer: Sendable>(
        _ id: NodeID, within patience: Duration = .seconds(5),
        _ body: @escaping @Sendable (ClusterNode) async throws -> Answer
    ) async -> Result<Answer, any Error>? {
        guard let node = state.withLock({ $0.nodes[id] }) else { return nil }
        let request = SimulatedRequest<Answer>()
        node.begin { inner in
            do { request.answer(.success(try await body(inner))) } catch { request.answer(.failure(error)) }
        }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { [time] in
                // Whoever is cancelled stops waiting at once.
                try? await time.sleep(until: time.now + patience)
                request.giveUp()
            }
            defer { group.cancelAll() }
            let answer = await request.wait()
            return node.power.isOn ? answer : nil
        }
    }

    /// Runs the cluster until somebody outside is done, or `bound` jobs were run.
    ///
    /// - Parameter body: What happens outside; it runs in virtual time.
    /// - Returns: What `body` returned; nil when it did not come to its end.
    public func play<Output: Sendable>(
        upTo bound: Int = 2_000_000, _ body: @escaping @Sendable (SimulatedCluster) async -> Output
    ) -> Output? {
        let cluster = self
        let output = StoredOutput<Output>()
        _ = outside.begin { output.value = await body(cluster) }
        var steps = 0
        while output.value == nil, steps < bound, step() { steps += 1 }
        state.withLock { $0.steps += steps }
        return output.value
    }

    /// Runs one job, or delivers one parcel, or moves time on.
    ///
    /// - Returns: False when there is nothing left to wait for.
    private func step() -> Bool {
        let now = time.now
        let (awake, draw) = state.withLock { ($0.findAwake(at: now), $0.generator.next()) }
        if draw & 7 == 0, world.network.deliverOne(to: awake.names) { return true }
        let count = awake.nodes.count + 1
        let start = Int((draw >> 8) % UInt64(count))
        for offset in 0..<count {
            let index = (start + offset) % count
            if index == awake.nodes.count ? outside.step() : awake.nodes[index].step() { return true }
        }
        return world.network.deliverOne(to: awake.names) || moveOn(awake)
    }

    private func moveOn(_ awake: Awake) -> Bool {
        var next = time.next
        for moment in [awake.until, world.network.nextDue(for: awake.names)] {
            guard let moment else { continue }
            next = min(next ?? moment, moment)
        }
        guard let next else { return false }
        time.advance(to: next)
        return true
    }
}

/// What somebody outside has come to, handed out of their task.
private final class StoredOutput<Output: Sendable>: Sendable {
    private let stored = Mutex<Output?>(nil)

    var value: Output? {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}
