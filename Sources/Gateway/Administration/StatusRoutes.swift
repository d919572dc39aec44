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
            id: "showStatus",
            summary: "Shows the cluster at a glance: sites, nodes, partitions, and the center's clock; answered within "
                + "about a second, whatever is down.",
            method: .get, path: "/v1/status", answer: .json(status: 200, "Status")
        ) { _ in
            let overview = await center.overview()
            return try .encoded(
                Status(
                    node: configuration.node, version: configuration.version, startedAt: startedAt,
                    clock: .init(now: try await time(overview), rate: configuration.clockRate),
                    configurationVersion: overview.partitions.first?.status?.configurationVersion,
                    sites: overview.sites, nodes: overview.nodes.map { Node($0, of: center) },
                    partitions: overview.partitions.map { Status.Partition($0) }, streams: census.open))
        }
    }

    /// Business time as the partition that administers the configuration has it; this node's own while nobody answers
    /// for that.
    private func time(_ overview: ClusterOverview) async throws -> DateTime {
        if let time = overview.partitions.first?.status?.time { return DateTime(time) }
        return DateTime(try await center.report().time)
    }

    private var findings: Operation {
        Operation(
            id: "listFindings",
            summary:
                "Lists what somebody should look at in the whole cluster, the most pressing first: nodes, journals and "
                + "their copies, and what looks stuck.",
            method: .get, path: "/v1/findings", roles: [.administrator, .supervisor],
            answer: .json(status: 200, "FindingPage")
        ) { _ in
            try .encoded(Page(items: await center.examination().allFindings))
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
