@testable import Cluster

extension TestCluster {
    /// Moves the clock on and lets go of the idle actors of all nodes.
    func sweep(after step: Duration) async {
        clock.advance(by: step)
        for system in systems { await system.passivateIdle() }
    }
}
