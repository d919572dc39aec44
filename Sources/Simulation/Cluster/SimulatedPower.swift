import Synchronization

/// Whether a simulated process still has any effect on the world.
final class SimulatedPower: Sendable {
    private let state = Mutex(true)

    /// Whether it has.
    var isOn: Bool { state.withLock { $0 } }

    /// The process was killed.
    func cut() {
        state.withLock { $0 = false }
    }
}
