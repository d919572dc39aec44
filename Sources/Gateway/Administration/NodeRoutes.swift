import Center
import Cluster
import GatewayAPI
import HTTPTypes

/// Which nodes there are.
struct NodeRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list] }

    private var list: Operation {
        Operation(
            id: "listNodes", summary: "Lists the nodes of the cluster as this one sees them; a single node has none.",
            method: .get, path: "/v1/nodes", roles: [.administrator, .supervisor],
            answer: .json(status: 200, "NodePage")
        ) { _ in
            try .encoded(Page(items: center.members().map { Node($0.member, silentFor: $0.silence, of: center) }))
        }
    }
}

extension Node {
    fileprivate init(_ member: Member, silentFor silence: Duration, of center: CenterDirectory) {
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
