import Cluster
import ContactCenter
import Synchronization
import Wire

/// What a partition's journal is kept in, open to every node, and everything that was ever written to it.
final class SharedStorage: Sendable {
    private struct State {
        var written: [JournalEntry] = []
        var generator: SeededGenerator
        var takenOver: (@Sendable () -> Void)?
    }

    /// The store beneath every owner's journal.
    let store = MemoryJournalStore(overtaking: .seenInAppends)
    /// How it fails.
    let faults: FaultPlan
    /// The promise it breaks; nil for none.
    let sabotage: Sabotage?
    private let state: Mutex<State>

    init(seed: UInt64, faults: FaultPlan, sabotage: Sabotage?) {
        self.faults = faults
        self.sabotage = sabotage
        state = Mutex(State(generator: SeededGenerator(seed: seed)))
    }

    /// Every record that was ever written, trimmed ones included.
    var written: [JournalEntry] { state.withLock { $0.written } }

    func wrote(_ entry: JournalEntry) {
        let takenOver = state.withLock { state in
            state.written.append(entry)
            return entry.record.kind == .takeover ? state.takenOver : nil
        }
        takenOver?()
    }

    /// Calls `body` at every takeover from now on.
    func whenTakenOver(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.takenOver = body }
    }

    func chance(_ share: Double) -> Bool {
        share > 0 && state.withLock { $0.generator.chance(share) }
    }

    /// How long the next step of an access takes.
    func delay() -> Duration {
        let longest = max(1, faults.slowestAppend.wholeMicroseconds)
        return .microseconds(Int64(state.withLock { $0.generator.next() % UInt64(longest) }))
    }
}
