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
    public init(system: ClusterActorSystem, host: PartitionHost) {
        self.system = system
        self.host = host
        streams = NoticeStreams(clock: system.clock)
        directory = CenterDirectory(system: system, partition: host.partition, streams: streams)
        CenterFaces.register(with: system, hosts: PartitionHosts([host]), streams: streams)
    }

    /// Serves the partition until the task is cancelled or the node is told to shut down.
    ///
    /// - Throws: ``CenterError`` when the partition cannot be served any more; see ``PartitionHost/run()``.
    public func run() async throws {
        try await cancelWhenGracefulShutdown { [self] in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await self.system.run() }
                group.addTask { try await self.streams.run() }
                group.addTask { try await self.host.run() }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    /// Returns once the partition is served.
    ///
    /// - Throws: ``CenterError`` when it ends before.
    public func waitUntilServing() async throws(CenterError) {
        try await host.waitUntilServing()
    }
}
