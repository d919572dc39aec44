import Cluster

/// A few systems joined by a network in memory, running for the length of a test.
struct TestCluster {
    let network: MemoryNetwork
    let clock: ManualClock
    let systems: [ClusterActorSystem]

    subscript(index: Int) -> ClusterActorSystem { systems[index] }

    /// Runs nodes `n0`, `n1` … and `body` beside them; `n1` is the place of every virtual actor unless stated. Idle
    /// actors are looked for only if `sweeps`.
    static func run(
        nodes: Int = 2,
        place: NodeID = "n1",
        settings: ClusterSettings = ClusterSettings(),
        sweeps: Bool = false,
        executor: (any TaskExecutor)? = nil,
        prepare: (ClusterActorSystem) -> Void,
        body: (TestCluster) async throws -> Void
    ) async throws {
        let network = MemoryNetwork()
        var settings = settings
        if !sweeps { settings.sweepEvery = .seconds(1_000_000_000) }
        let clock = ManualClock()
        let systems = (0..<nodes).map { number in
            ClusterActorSystem(
                node: NodeID("n\(number)"), incarnation: UInt64(number) + 1, transport: network.makeTransport(),
                locator: .always(place), clock: clock, settings: settings, executor: executor)
        }
        for system in systems {
            system.register(failure: Declined.self)
            prepare(system)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for system in systems { group.addTask { try await system.run() } }
            for system in systems { await network.joined(system.node) }
            try await body(TestCluster(network: network, clock: clock, systems: systems))
            for system in systems { system.stop() }
            try await group.waitForAll()
        }
    }
}
