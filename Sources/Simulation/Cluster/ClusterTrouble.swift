import Center
import Cluster
import ContactCenter

/// What befalls the nodes of a simulated cluster, one or two at a time.
struct ClusterTrouble: Sendable {
    let world: ClusterWorld

    private var cluster: SimulatedCluster { world.cluster }

    /// Starts every node, with clocks that differ a little, and now and then one that is far off.
    func startAll() {
        for (node, _) in cluster.plan.nodes { start(node) }
    }

    /// Gets nodes into trouble so many times, and out of it again.
    func run(_ count: Int) async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<count / 2 where !Task.isCancelled {
                        await world.pause(upTo: .seconds(8))
                        await befall()
                    }
                }
            }
        }
    }

    private func befall() async {
        guard let node = world.anyNode(), cluster.running.count > 2 else { return }
        switch world.choose(below: 5) {
        case 0...1:
            cluster.kill(node)
            await world.pause(upTo: .seconds(6))
            start(node)
        case 2:
            let duration: Duration = .milliseconds(200 + world.choose(below: 7_000))
            cluster.pause(node, for: duration)
            await world.pause(upTo: duration)
        case 3: await cutOff(node)
        default:
            _ = await cluster.ask(node) { try await $0.drain() }
            await world.pause(upTo: .seconds(1))
            cluster.kill(node)
            start(node)
        }
    }

    /// Cuts a node off for a while. Where an owner may have several appends under way, customers rush to that very node
    /// meanwhile, so that there are some.
    private func cutOff(_ node: NodeID) async {
        cluster.cutOff(node, true)
        await withDiscardingTaskGroup { group in
            if cluster.plan.appendsInFlight > 1 {
                for _ in 0..<12 {
                    group.addTask {
                        await world.pause(upTo: .seconds(1))
                        _ = await world.send(.openContact(OpenContact(channel: .voice, queue: "support")), first: node)
                    }
                }
            }
            await world.pause(upTo: .seconds(6))
            if cluster.running.contains(node) { cluster.cutOff(node, false) }
        }
    }

    private func start(_ node: NodeID) {
        let skew: Duration = world.chance(0.1) ? .seconds(5) : .milliseconds(world.choose(below: 1_600) - 800)
        cluster.start(node, skew: skew)
    }
}
