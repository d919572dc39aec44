import Synchronization

/// The running counts behind ``ClusterFigures``.
final class ClusterCounters: Sendable {
    private let figures = Mutex(ClusterFigures())

    /// Changes some of the counts.
    func count(_ change: (inout ClusterFigures) -> Void) {
        figures.withLock { change(&$0) }
    }

    /// The counts as they are now.
    var current: ClusterFigures { figures.withLock { $0 } }
}
