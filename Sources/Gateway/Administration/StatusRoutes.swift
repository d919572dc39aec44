import Center
import Cluster
import ContactCenter
import GatewayAPI
import Hummingbird

/// How the node is, and what looks stuck in it.
struct StatusRoutes: Sendable {
    let center: CenterDirectory
    let census: StreamCensus
    let configuration: GatewayConfiguration
    let startedAt: DateTime

    var operations: [Operation] { [status, findings, health, readiness] }

    private var status: Operation {
        Operation(
            id: "showStatus", summary: "Shows how the node and its partitions are, and the center's clock.",
            method: .get, path: "/v1/status", answer: .json(status: 200, "Status")
        ) { _ in
            let partition = try await center.status()
            return try .encoded(
                Status(
                    node: configuration.node, version: configuration.version, startedAt: startedAt,
                    clock: .init(now: DateTime(partition.time), rate: configuration.clockRate),
                    configurationVersion: partition.configurationVersion,
                    partitions: [Status.Partition(partition)], streams: census.open))
        }
    }

    private var findings: Operation {
        Operation(
            id: "listFindings", summary: "Lists what looks stuck, the most pressing first.", method: .get,
            path: "/v1/findings", roles: [.administrator, .supervisor], answer: .json(status: 200, "FindingPage")
        ) { _ in
            let found = try await center.findings()
            return try .encoded(Page(items: found.map { GatewayAPI.Finding($0) }))
        }
    }

    private var health: Operation {
        Operation(
            id: "showHealth", summary: "Answers whenever the node runs.", method: .get, path: "/healthz", roles: nil,
            answer: .json(status: 200, "Health")
        ) { _ in
            try .encoded(Health())
        }
    }

    private var readiness: Operation {
        Operation(
            id: "showReadiness", summary: "Answers with 200 while the node takes requests.", method: .get,
            path: "/readyz", roles: nil, answer: .json(status: 200, "Health"), refusals: [503, 504]
        ) { _ in
            let phase = try await center.status().phase
            guard phase == .serving else {
                throw ProblemError(.unavailable, "The partition is \(phase.name).").retrying(after: .seconds(1))
            }
            return try .encoded(Health())
        }
    }
}

extension Status.Partition {
    fileprivate init(_ status: PartitionStatus) {
        self.init(
            id: status.partition.description, state: status.phase.name, epoch: status.epoch,
            position: status.position.value, journalRoom: status.room == .plenty ? "plenty" : "low",
            liveContacts: status.liveContacts, trouble: status.recovery.damage)
    }
}
