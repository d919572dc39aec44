import Cluster
import Synchronization

/// A journal in memory whose appends can be held back or made to fail, one after another as a test says.
final class ScriptedJournal: Journal {
    /// What happens to an append.
    enum Fault {
        /// Nothing is written.
        case before(JournalError.Code)
        /// The record is written, and the answer says otherwise.
        case after(JournalError.Code)
    }

    private struct State {
        var isHeld = false
        var hidesSnapshots = false
        var faults: [Fault] = []
        var held: [CheckedContinuation<Void, Never>] = []
        var appends = 0
        var looks = 0
    }

    let store: MemoryJournalStore
    private let opening: Mutex<MemoryJournal>
    private let state = Mutex(State())

    init(store: MemoryJournalStore = MemoryJournalStore()) {
        self.store = store
        opening = Mutex(MemoryJournal(store: store))
    }

    /// Holds back appends from now on.
    func hold() {
        state.withLock { $0.isHeld = true }
    }

    /// Lets go of the appends held back, and of all later ones.
    func letGo() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for append in held { append.resume() }
    }

    /// Lets go of the oldest append held back.
    func letGoOne() {
        let oldest = state.withLock { state in state.held.isEmpty ? nil : state.held.removeFirst() }
        oldest?.resume()
    }

    /// Has nobody answer who is asked for a snapshot's content, though it is listed.
    func hideSnapshots() {
        state.withLock { $0.hidesSnapshots = true }
    }

    /// What happens to the next appends, in order.
    func script(_ faults: Fault...) {
        state.withLock { $0.faults += faults }
    }

    /// Has another owner take the partition over, as a journal that many nodes reach lets it.
    func letAnotherTakeOver(incarnation: Incarnation) async throws {
        guard let end = store.entries.last else { return }
        if store.overtaking == .impossible { store.seize() }
        let other = MemoryJournal(store: store)
        _ = try await other.open()
        _ = try await other.append(
            JournalRecord(
                partition: end.record.partition, epoch: end.record.epoch + 1, incarnation: incarnation, id: 1,
                follows: end.sequence, kind: .takeover, payload: []))
        await other.close()
        guard store.overtaking == .impossible else { return }
        let again = MemoryJournal(store: store)
        _ = try await again.open()
        opening.withLock { $0 = again }
    }

    private var inner: MemoryJournal { opening.withLock { $0 } }

    /// How many appends are held back.
    var heldCount: Int { state.withLock { $0.held.count } }
    /// How often the end was asked for.
    var lookCount: Int { state.withLock { $0.looks } }
    /// How many appends were begun.
    var appendCount: Int { state.withLock { $0.appends } }

    func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        await pass()
        let fault = state.withLock { state -> Fault? in
            state.appends += 1
            return state.faults.isEmpty ? nil : state.faults.removeFirst()
        }
        switch fault {
        case .before(let code): throw JournalError(code, "scripted")
        case .after(let code):
            _ = try await inner.append(record)
            throw JournalError(code, "scripted")
        case nil: return try await inner.append(record)
        }
    }

    private func pass() async {
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.isHeld { state.held.append(continuation) }
                return state.isHeld
            }
            if !isHeld { continuation.resume() }
        }
    }

    var overtaking: Overtaking { store.overtaking }
    var medium: JournalMedium { .memory }

    func open() async throws(JournalError) -> JournalCondition { try await inner.open() }
    func end() async throws(JournalError) -> JournalSequence {
        state.withLock { $0.looks += 1 }
        return try await inner.end()
    }
    func read(after sequence: JournalSequence, upTo bytes: Int) async throws(JournalError) -> [JournalEntry] {
        try await inner.read(after: sequence, upTo: bytes)
    }
    func store(_ snapshot: Snapshot) async throws(JournalError) { try await inner.store(snapshot) }
    func snapshots() async throws(JournalError) -> [SnapshotReference] { try await inner.snapshots() }
    func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        if state.withLock({ $0.hidesSnapshots }) { throw JournalError(.unavailable, "scripted") }
        return try await inner.snapshot(reference)
    }
    func trim(through sequence: JournalSequence) async throws(JournalError) { try await inner.trim(through: sequence) }
    func inspect() async throws(JournalError) -> JournalInspection { try await inner.inspect() }
    func close() async { await inner.close() }
}
