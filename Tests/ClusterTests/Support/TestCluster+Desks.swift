import Cluster

extension TestCluster {
    /// Runs a cluster whose nodes make desks; the name `bad` cannot be activated.
    static func runWithDesks(
        nodes: Int = 2,
        place: NodeID = "n1",
        settings: ClusterSettings = ClusterSettings(),
        sweeps: Bool = false,
        executor: (any TaskExecutor)? = nil,
        events: Events = Events(),
        gate: Gate = Gate(),
        activation: Gate? = nil,
        body: (TestCluster) async throws -> Void
    ) async throws {
        try await run(nodes: nodes, place: place, settings: settings, sweeps: sweeps, executor: executor) { system in
            system.register(Desk.self) { name, system in
                events.post("activate \(name)")
                await activation?.pass()
                if name == "bad" { throw Declined(reason: "no such desk") }
                return Desk(actorSystem: system, events: events, gate: gate)
            }
        } body: {
            try await body($0)
            gate.open()
        }
    }
}
