import Cluster
public import ServiceLifecycle

/// A process that uses a cluster's center without being a node of it: it hears who owns what and calls the owners'
/// actors, as a node's API does, and never comes to own anything.
public final class CenterClient: Service {
    /// Where everything is found.
    public let directory: CenterDirectory
    private let system: ClusterActorSystem
    private let member: ClusterMember
    private let streams: NoticeStreams
    private let routing: ClusterRouting

    /// Makes the client; nothing starts before ``run()``.
    ///
    /// - Parameter identity: Named unlike every node, and with the nodes' own layout.
    public init(_ identity: ClusterNode.Identity, means: ClusterNode.Means) {
        let member = ClusterMember(
            process: identity.process, site: identity.site, isClient: true, broadcast: means.broadcast,
            clock: means.clock, wallClock: means.wallClock, settings: means.membership)
        self.member = member
        system = ClusterActorSystem(
            node: identity.process.node, incarnation: identity.process.incarnation, transport: means.transport,
            locator: ClusterRouting.locator(member), clock: means.clock, settings: means.system,
            executor: means.executor)
        streams = NoticeStreams(clock: means.clock)
        routing = ClusterRouting(member: member, layout: identity.layout, clock: means.clock)
        directory = CenterDirectory(system: system, layout: identity.layout, streams: streams, routing: routing)
        CenterFailures.register(with: system)
    }

    /// Works until the task is cancelled or a graceful shutdown begins.
    ///
    /// - Throws: ``Cluster/ClusterError`` when the transport cannot start.
    public func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.system.run() }
            group.addTask { await self.streams.runUntilCancelled() }
            group.addTask { await self.member.run() }
            group.addTask { await self.watch() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Packets on their way may have been lost: calls that wait for an answer end, and the directory makes them again; the
    /// nodes are told with the next heartbeat, and do the same.
    public func packetsWereLost() {
        member.packetsWereLost()
        for member in member.membership.members where member.node != system.node { system.lose(member.node) }
    }

    /// Nobody is to wait for those who are gone.
    private func watch() async {
        for await _ in member.changes {
            for node in member.takeLost() where node != system.node { system.lose(node) }
            routing.clusterChanged()
        }
    }
}
