import ArgumentParser
import Foundation
import LoadHarness
import NATSServerProcess

/// `loadtest floor`: measures what no center on this machine could do faster.
struct FloorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor",
        abstract: "Measures an empty HTTP round trip, a commit to SQLite, and an event on a stream.",
        discussion: """
            With --cluster it is what no cluster could do faster: a bare request of libnats, an acknowledged append to a \
            JetStream stream, and a publication, on servers that are started for it.
            """)

    @OptionGroup var node: NodeOptions
    @Option(help: "How often each is measured.") var samples = 1_000
    @Option(help: "Measure the commits in this folder: best on the node's disk.") var folder: String?
    @Flag(help: "Measure without a node, leaving the round trip out.") var withoutNode = false
    @Flag(help: "Measure what a cluster stands on: NATS and JetStream.") var cluster = false
    @Option(help: "With --cluster, over how many NATS servers the stream is replicated: 1 or 3.") var replicas = 1
    @Flag(help: "Write the figures as JSON, in microseconds; those of --cluster in nanoseconds.") var json = false

    func validate() throws {
        guard replicas == 1 || replicas == 3 else { throw ValidationError("--replicas takes 1 or 3.") }
    }

    func run() async throws {
        if cluster { return try await measureCluster() }
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            let target = withoutNode ? nil : try Target.named(url: node.urls.first, token: node.token ?? "none")
            let place = folder ?? node.dataFolder
            let figures = try await FloorMeasurement(target: target, folder: place, samples: max(1, samples)).measure()
            print(json ? try figures.json() : figures.text)
            return true
        }
        if let failures { throw failures }
    }

    private func measureCluster() async throws {
        do {
            let figures =
                if replicas == 1 {
                    try await NATSServer.with { try await measured(NATSFloor(user: $0.url, node: $0.url, replicas: 1)) }
                } else {
                    try await NATSServerCluster.with { cluster in
                        let (user, node) = (cluster.servers[0].url, cluster.servers[1].url)
                        return try await measured(NATSFloor(user: user, node: node, replicas: 3))
                    }
                }
            if json { try OutputFile.write(report: figures, to: "-") } else { print(figures.text) }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(2)
        }
    }

    private func measured(_ floor: NATSFloor) async throws -> NATSFloorFigures {
        try await floor.measure(samples: max(1, samples))
    }
}
