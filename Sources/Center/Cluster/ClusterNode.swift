public import Cluster
import ContactCenter
public import Logging
public import ServiceLifecycle

/// A node of a cluster: its place in the membership, the partitions it comes to own, the actors that are their faces,
/// and the directory that finds every entity of the center, on whichever node it lives.
public final class ClusterNode: Service {
    /// What a node is and where it stands.
    public struct Identity: Sendable {
        /// This process; its incarnation is new at every start.
        public var process: ProcessID
        /// The node's site.
        public var site: String
        /// The cluster's partitions, the same on every node.
        public var layout: CenterLayout

        public init(process: ProcessID, site: String, layout: CenterLayout) {
            self.process = process
            self.site = site
            self.layout = layout
        }
    }

    /// What a node works with.
    public struct Means: Sendable {
        /// The way to one other node.
        public var transport: any Transport
        /// The way to all other nodes.
        public var broadcast: any Broadcast
        /// Time of heartbeats, deadlines and retries.
        public var clock: any ProtocolClock
        /// Time of the business.
        public var businessClock: any BusinessClock
        /// Reads the machine's wall clock, in microseconds since 1970.
        public var wallClock: @Sendable () -> Int64
        /// Periods and tolerances of the membership.
        public var membership = MembershipSettings()
        /// Bounds of the actor system.
        public var system = ClusterSettings()
        /// Where the node's tasks run; nil for the global pool.
        public var executor: (any TaskExecutor)?
        /// What the program tells of itself.
        public var facts = NodeFacts()
        /// Makes journals for restoring partitions from backups; nil where that is not to be done.
        public var journals: JournalSource?
        /// Where the node logs to.
        public var logger: Logger

        public init(
            transport: any Transport, broadcast: any Broadcast, clock: any ProtocolClock,
            businessClock: any BusinessClock, wallClock: @escaping @Sendable () -> Int64, logger: Logger
        ) {
            self.transport = transport
            self.broadcast = broadcast
            self.clock = clock
            self.businessClock = businessClock
            self.wallClock = wallClock
            self.logger = logger
        }
    }

    /// The node's actor system; run by this node.
    public let system: ClusterActorSystem
    /// The node's part in the membership; run by this node.
    public let member: ClusterMember
    /// The partitions that the node owns; run by this node.
    public let keeper: PartitionKeeper
    /// Where everything is found.
    public let directory: CenterDirectory
    /// How long it takes to hear everybody.
    private static let hearing: Duration = .milliseconds(500)
    private let clock: any ProtocolClock
    private let streams: NoticeStreams
    private let routing: ClusterRouting
    private let courier: ConfigurationCourier
    private let customers: CustomerCourier
    private let summaries: SummaryExchange

    /// Makes the node; nothing starts before ``run()``.
    ///
    /// - Parameter makeHost: Makes the host of one ownership of a partition, over a journal that several may have open
    ///   at once: with a new incarnation each time.
    public init(_ identity: Identity, means: Means, makeHost: @escaping PartitionKeeper.HostMaker) {
        let member = ClusterMember(
            process: identity.process, site: identity.site, broadcast: means.broadcast, clock: means.clock,
            wallClock: means.wallClock, settings: means.membership)
        self.member = member
        clock = means.clock
        system = ClusterActorSystem(
            node: identity.process.node, incarnation: identity.process.incarnation, transport: means.transport,
            locator: ClusterRouting.locator(member), clock: means.clock, settings: means.system,
            executor: means.executor)
        streams = NoticeStreams(clock: means.clock)
        routing = ClusterRouting(member: member, layout: identity.layout, clock: means.clock)
        let directory = CenterDirectory(
            system: system, layout: identity.layout, streams: streams, routing: routing, journals: means.journals)
        self.directory = directory
        keeper = PartitionKeeper(
            layout: identity.layout, member: member, clock: means.clock, logger: means.logger, makeHost: makeHost
        ) { host in
            await withDiscardingTaskGroup { group in
                group.addTask { await LetterRelay(host: host, directory: directory).run() }
                group.addTask {
                    await SummaryTeller(host: host, broadcast: means.broadcast, clock: means.clock).run()
                }
            }
        }
        summaries = SummaryExchange(
            hosts: keeper.hosts, member: member, broadcast: means.broadcast, clock: means.clock)
        courier = ConfigurationCourier(
            directory: directory, routing: routing, hosts: keeper.hosts, businessClock: means.businessClock,
            logger: means.logger)
        customers = CustomerCourier(
            directory: directory, hosts: keeper.hosts, businessClock: means.businessClock, logger: means.logger)
        CenterFaces.register(
            with: system, hosts: keeper.hosts, streams: streams,
            node: LocalNode(
                site: identity.site, layout: identity.layout, facts: means.facts,
                businessClock: means.businessClock, keeper: keeper))
    }

    /// Takes its part in the cluster until the task is cancelled, or until it is told to shut down: then it hands its
    /// partitions over first.
    ///
    /// - Throws: ``Cluster/ClusterError`` when the transport cannot start; ``CenterError`` with `invalid` when another node
    ///   was told of other partitions, before anything is taken over.
    public func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.system.runUntilStopped() }
            group.addTask { await self.streams.runUntilCancelled() }
            group.addTask { await self.member.run() }
            group.addTask { await self.keeper.run { self.clusterChanged(lost: $0) } }
            group.addTask {
                try await self.checkLayout()
                await self.courier.run()
            }
            if self.directory.layout.places.count > 1 { group.addTask { await self.customers.run() } }
            group.addTask { await self.summaries.run() }
            group.addTask { try await self.drainAtShutdown() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Hands every partition over; returns once this node serves none and everybody was told. It goes on answering
    /// calls, by passing them on.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    public func drain() async throws {
        try await keeper.drain()
    }

    /// Packets on their way to or from other nodes may have been lost: nobody is to wait for answers that may never
    /// come. Calls that wait for another node end with `unreachable`, and the directory makes them again; the others
    /// are told with the next heartbeat, and do the same.
    public func packetsWereLost() {
        member.packetsWereLost()
        for member in member.membership.members where member.node != system.node { system.lose(member.node) }
    }

    /// Compares the partitions that this node was told of with those of the others. They are heard within a few
    /// heartbeats, and answer within a second: before a node has settled and takes anything over.
    private func checkLayout() async throws {
        while member.membership.connectedSince == nil { try await clock.sleep(until: clock.now + Self.hearing) }
        try await clock.sleep(until: clock.now + Self.hearing)
        if let conflict = await directory.conflictOfLayouts() { throw conflict }
    }

    private func drainAtShutdown() async throws {
        // ServiceLifecycle's own `gracefulShutdown()` ends in a task of its own, which no simulation could order.
        let (shutdown, told) = AsyncStream.makeStream(of: Never.self)
        await withGracefulShutdownHandler {
            for await _ in shutdown {}
        } onGracefulShutdown: {
            told.finish()
        }
        try Task.checkCancellation()
        try await keeper.drain(isEnding: true)
    }

    /// Nobody is to wait for those who are gone.
    private func clusterChanged(lost: [NodeID]) {
        for node in lost where node != system.node { system.lose(node) }
        routing.clusterChanged()
        if !lost.isEmpty { summaries.clusterChanged() }
    }
}
