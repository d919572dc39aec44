import Center
import Cluster
import GatewayAPI
import HTTPTypes

/// Nodes: listed, drained and resumed.
struct NodeRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, drain, resume] }

    private var list: Operation {
        Operation(
            id: "listNodes", summary: "Lists the nodes of the cluster as this one sees them; a single node has none.",
            method: .get, path: "/v1/nodes", roles: [.administrator, .supervisor],
            answer: .json(status: 200, "NodePage")
        ) { _ in
            try .encoded(Page(items: center.members().map { Node($0.member, silentFor: $0.silence, of: center) }))
        }
    }

    // What follows sets how things are to be, so asking for it twice does no harm and takes no key.

    private var drain: Operation {
        Operation(
            id: "drainNode",
            summary: "Hands all partitions of a node over; it stays in the cluster and takes none until it is resumed.",
            method: .post, path: "/v1/nodes/{node}/drain", roles: [.administrator],
            answer: .json(status: 200, "HandoverPage"), refusals: [409]
        ) { call in
            let handovers = try await center.drain(call.node())
            return try .encoded(Page(items: handovers.map { GatewayAPI.Handover($0) }))
        }
    }

    private var resume: Operation {
        Operation(
            id: "resumeNode", summary: "Lets a node take partitions over again.", method: .post,
            path: "/v1/nodes/{node}/resume", roles: [.administrator], answer: .noContent, refusals: [409]
        ) { call in
            try await center.resume(call.node())
            return .noContent
        }
    }
}

extension Call {
    /// The node that the path names.
    func node() -> NodeID { NodeID(text(.node)) }
}

extension Node {
    /// A node as the API shows it.
    init(_ member: Member, silentFor silence: Duration, of center: CenterDirectory) {
        let state =
            switch member.state {
            case .alive: "alive"
            case .suspected: "suspected"
            case .left: "left"
            }
        let standing =
            switch member.heartbeat.standing {
            case .serving: "serving"
            case .draining: "draining"
            case .clockOff: "clock-off"
            case .leaving: "leaving"
            case .client: "client"
            }
        self.init(
            id: member.node.name, site: member.heartbeat.site, state: state, standing: standing,
            heardSecondsAgo: silence / .seconds(1), clockSkewSeconds: member.skew / .seconds(1),
            partitions: member.heartbeat.holdings.map { holding in
                Ownership(
                    id: holding.partition.description, number: center.number(of: holding.partition).map { Int($0) },
                    epoch: holding.epoch, position: holding.position.value)
            })
    }
}
