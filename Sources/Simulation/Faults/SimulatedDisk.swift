public import Cluster
import Synchronization
import Wire

/// What outlives a simulated process: the journal's store, and what a crash did to the record that was being written.
public final class SimulatedDisk: Sendable {
    private struct State {
        var written: [JournalEntry] = []
        var damage: String?
        var isFull = 0
        var isHeld = false
        var generator: SeededGenerator
    }

    /// The store beneath every process' journal.
    public let store = MemoryJournalStore()
    private let state: Mutex<State>

    public init(seed: UInt64) {
        state = Mutex(State(generator: SeededGenerator(seed: seed)))
    }

    /// Every record that was ever written, trimmed ones included.
    public var written: [JournalEntry] { state.withLock { $0.written } }

    /// The process has died: nobody holds the store any more, and nothing it still does reaches it.
    public func releaseAfterCrash() {
        state.withLock { $0.isHeld = false }
        store.seize()
    }

    func wrote(_ entry: JournalEntry) {
        state.withLock { if $0.isHeld { $0.written.append(entry) } }
    }

    /// Says that a record was torn when its process died; told once to whoever opens the journal next.
    func tear(_ record: JournalRecord) {
        state.withLock { state in
            if state.isHeld { state.damage = "record \(record.follows.next) is torn: its checksum does not match" }
        }
    }

    func clearTear() {
        state.withLock { if $0.isHeld { $0.damage = nil } }
    }

    /// A new process holds the disk.
    ///
    /// - Returns: What is wrong with the end of the journal; nil when nothing is.
    func hold() -> String? {
        state.withLock { state in
            state.isHeld = true
            defer { state.damage = nil }
            return state.damage
        }
    }

    func chance(_ share: Double) -> Bool {
        share > 0 && state.withLock { $0.generator.chance(share) }
    }

    func duration(upTo longest: Duration) -> Duration {
        let microseconds = max(1, longest.components.attoseconds / 1_000_000_000_000)
        return .microseconds(Int64(state.withLock { $0.generator.next() % UInt64(microseconds) }))
    }

    /// Whether the disk is full for this append: a full disk stays full for a few of them.
    func isFull(_ plan: FaultPlan) -> Bool {
        state.withLock { state in
            if state.isFull > 0 {
                state.isFull -= 1
                return true
            }
            guard plan.full > 0, state.generator.chance(plan.full) else { return false }
            state.isFull = Int(state.generator.next() % UInt64(max(1, plan.longestFull)))
            return true
        }
    }
}
