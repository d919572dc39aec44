public import Cluster
import ContactCenter
public import ServiceLifecycle

/// A node that owns one partition: its host, the actors that are its faces, and its streams.
public final class CenterNode: Service {
    /// The node's actor system; run by this node.
    public let system: ClusterActorSystem
    /// The partition's host; run by this node.
    public let host: PartitionHost
    /// Where everything is found.
    public let directory: CenterDirectory
    private let streams: NoticeStreams

    /// Makes the node; nothing starts before ``run()``. The system must not be running yet.
    ///
    /// - Parameter facts: What the program tells of itself.
    public init(system: ClusterActorSystem, host: PartitionHost, facts: NodeFacts = NodeFacts()) {
        self.system = system
        self.host = host
        streams = NoticeStreams(clock: system.clock)
        directory = CenterDirectory(system: system, partition: host.partition, streams: streams)
        CenterFaces.register(
            with: system, hosts: PartitionHosts([host]), streams: streams,
            node: LocalNode(
                site: host.partition.site, layout: directory.layout, facts: facts,
                businessClock: host.businessClock, keeper: nil))
    }

    /// Serves the partition until the task is cancelled or a graceful shutdown begins.
    ///
    /// A graceful shutdown goes from the inside out: the host refuses what is new, makes durable what it has decided
    /// and answers its callers; then the streams end; and last the system, once the calls it serves are answered.
    ///
    /// - Throws: ``CenterError`` when the partition cannot be served any more; see ``PartitionHost/run()``.
    public func run() async throws {
        try await ServiceGroup(services: [system, streams, host], logger: host.logger).run()
    }

    /// Returns once the partition is served.
    ///
    /// - Throws: ``CenterError`` when it ends before.
    public func waitUntilServing() async throws(CenterError) {
        try await host.waitUntilServing()
    }
}
