import Cluster
import Synchronization
import Wire

/// Incarnations that follow from a seed, each new.
final class SeededIncarnations: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) {
        generator = Mutex(SeededGenerator(seed: seed))
    }

    func next() -> Incarnation { generator.withLock { $0.next() } }
}
