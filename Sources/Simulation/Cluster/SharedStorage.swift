import Cluster
import ContactCenter
import Synchronization
import Wire

/// What a partition's journal is kept in, open to every node, and everything that was ever written to it.
final class SharedStorage: Sendable {
    private struct State {
        var written: [JournalEntry] = []
        /// What readers make of the records, in the order in which these were written.
        var fence: Fence?
        /// Records of former owners as readers see them who do not look at epochs.
        var disguised: [JournalSequence: JournalEntry] = [:]
        var generator: SeededGenerator
        var takenOver: (@Sendable () -> Void)?
        /// The epoch of the last takeover.
        var epoch: Epoch = 0
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

    /// Every record that was ever written, trimmed ones included, as readers see it.
    var written: [JournalEntry] { state.withLock { $0.written } }

    /// The epoch of the last takeover; 0 before the first.
    var epoch: Epoch { state.withLock { $0.epoch } }

    func wrote(_ entry: JournalEntry) {
        let takenOver: (@Sendable () -> Void)? = state.withLock { state in
            state.written.append(sabotage?.ignoresEpochs == true ? Self.disguise(entry, in: &state) : entry)
            guard entry.record.kind == .takeover else { return nil }
            state.epoch = max(state.epoch, entry.record.epoch)
            return state.takenOver
        }
        takenOver?()
    }

    /// An entry as readers see it.
    func asRead(_ entry: JournalEntry) -> JournalEntry {
        guard sabotage?.ignoresEpochs == true else { return entry }
        return state.withLock { $0.disguised[entry.sequence] } ?? entry
    }

    /// Has a record that a former owner wrote look like one of the present owner.
    private static func disguise(_ entry: JournalEntry, in state: inout State) -> JournalEntry {
        let record = entry.record
        var fence = state.fence ?? Fence(partition: record.partition)
        defer { state.fence = fence }
        guard fence.admit(record) == .void(.notOwner) else { return entry }
        let disguised = JournalEntry(
            sequence: entry.sequence,
            record: JournalRecord(
                partition: record.partition, epoch: fence.epoch, incarnation: fence.incarnation, id: record.id,
                follows: record.follows, kind: record.kind, payload: record.payload))
        state.disguised[entry.sequence] = disguised
        return disguised
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
