public import Cluster
import FoundationEssentials
public import GatewayAPI
public import ServiceLifecycle
import Synchronization

// Tokens of a cluster. Every change is a record of one journal that all nodes have open; nobody owns it. Whoever
// changes something reads the journal to its end, decides against the tokens as they are there, and appends right
// behind that end: the journal refuses the append if anybody was faster, and the change is decided anew. Where the
// outcome of an append is unknown, the end is read again: the record is found there, or the very same one is sent
// again to the same place.
//
// A node follows: whoever has appended says so to all, and a node that has heard nothing looks once a second.
//
// The journal does not grow for ever: who has made a change, and finds many records before it, stores all tokens as a
// snapshot behind that change and trims what lies before. A snapshot is a function of the records it stands for, so any
// node may take it. Whoever was to read what is trimmed begins again with the newest snapshot.

/// The tokens of a whole cluster, in a journal that every node follows.
///
/// A change counts on this node when it returns, and on every other that reaches the journal within a moment, a
/// second at the most where the word of it is lost. A node that does not reach the journal keeps the tokens that it
/// knows. When a token was last used is what this node has seen.
public final class JournalTokenStore: TokenStore, Service {
    /// Says that there is something to be read.
    private static let topic: BroadcastTopic = "tokens"
    /// How often the journal is looked at when nobody says anything.
    private static let pace: Duration = .seconds(1)
    /// How long an append of unknown outcome is looked for.
    private static let patience: Duration = .seconds(10)
    private static let pause: Duration = .milliseconds(100)
    private static let batchBytes = 1_048_576
    /// So many records are kept at least; a few more, and all before are replaced by a snapshot.
    static let recordsKept: UInt64 = 1_024

    private struct State {
        var table = TokenTable()
        /// How far the journal was read.
        var position = JournalSequence.start
        /// The place of the last snapshot that is known of.
        var snapshot = JournalSequence.start
        /// The last record of this store's own that was read.
        var ownID: UInt64 = 0
        var isOpen = false
    }

    private let partition: PartitionID
    private let incarnation: Incarnation
    private let journal: any Journal
    private let broadcast: any Broadcast
    private let clock: any ProtocolClock
    private let state = Mutex(State())
    private let turn = AsyncLock()
    private let lastID = Mutex<UInt64>(0)

    /// The tokens in a journal that was not opened yet.
    ///
    /// - Parameters:
    ///   - partition: What the journal's records say that they belong to.
    ///   - incarnation: Another for every store that writes to the journal.
    public init(
        partition: PartitionID, incarnation: Incarnation, journal: any Journal, broadcast: any Broadcast,
        clock: any ProtocolClock
    ) {
        self.partition = partition
        self.incarnation = incarnation
        self.journal = journal
        self.broadcast = broadcast
        self.clock = clock
    }

    /// Opens the journal and reads every token.
    ///
    /// - Throws: ``TokenError`` with `unreadable`; it may be called again then.
    public func open() async throws(TokenError) {
        if !state.withLock({ $0.isOpen }) {
            do throws(JournalError) { _ = try await journal.open() } catch { throw Self.unreadable(error) }
            state.withLock { $0.isOpen = true }
        }
        try await follow()
    }

    /// Follows the journal until the service is shut down or the task is cancelled.
    public func run() async {
        let (hints, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let subscription = try? await broadcast.subscribe(to: Self.topic) { _ in continuation.yield() }
        await cancelWhenGracefulShutdown { [self] in
            await withDiscardingTaskGroup { group in
                group.addTask { await self.beat { continuation.yield() } }
                // What cannot be read now is read at the next beat.
                for await _ in hints { try? await follow() }
                group.cancelAll()
            }
        }
        subscription?.end()
        await journal.close()
    }

    public func token(of secret: Substring, at now: DateTime) -> Token? {
        state.withLock { $0.table.use(secret, at: now) }
    }

    public func tokens() -> [Token] { state.withLock { $0.table.tokens } }

    public func createFirst(at now: DateTime) async throws(TokenError) -> CreatedToken? {
        let (created, entry) = TokenTable.make(.firstAdministrator, at: now)
        return try await change { $0.tokens.isEmpty ? .created(entry) : nil } ? created : nil
    }

    public func create(_ request: TokenRequest, at now: DateTime) async throws(TokenError) -> CreatedToken {
        let (created, entry) = TokenTable.make(request, at: now)
        _ = try await change { _ in .created(entry) }
        return created
    }

    public func revoke(_ id: String) async throws(TokenError) -> Bool {
        try await change { table in table.tokens.contains { $0.id == id } ? .revoked(id: id) : nil }
    }

    /// Takes in what was appended since.
    func follow() async throws(TokenError) {
        try await taking { () throws(TokenError) in try await catchUp() }
    }

    /// Makes a change that is decided against the journal's end.
    ///
    /// - Returns: Whether there was anything to change.
    private func change(
        _ decide: @Sendable (TokenTable) -> TokenChange.Kind?
    ) async throws(TokenError) -> Bool {
        let isChanged = try await taking { () async throws(TokenError) -> Bool in
            while true {
                try await catchUp()
                guard let kind = decide(state.withLock { $0.table }) else { return false }
                if try await append(try record(of: kind)) { return true }
            }
        }
        // Without it the others learn of the change a second later.
        if isChanged { try? await broadcast.publish([], under: Self.topic) }
        // What cannot be compacted now is compacted after another change.
        try? await taking { () async throws(TokenError) in try await compact() }
        return isChanged
    }

    /// Replaces the records by a snapshot when there are many; while holding the turn.
    private func compact() async throws(TokenError) {
        let (table, position, last) = state.withLock { ($0.table, $0.position, $0.snapshot) }
        guard position.value - last.value > Self.recordsKept else { return }
        let snapshot: Snapshot
        do { snapshot = Snapshot(of: try TokenSnapshot(tokens: table.kept).bytes(), at: position) } catch {
            throw TokenError(.notWritten, "The tokens cannot be written as a snapshot.", cause: error)
        }
        do throws(JournalError) {
            try await journal.store(snapshot)
            guard try await journal.snapshot(snapshot.reference) == snapshot else { return }
            try await journal.trim(through: position)
        } catch {
            throw TokenError(.notWritten, "The tokens' journal cannot be compacted: \(error.message)", cause: error)
        }
        state.withLock { $0.snapshot = position }
    }

    private func record(of kind: TokenChange.Kind) throws(TokenError) -> JournalRecord {
        let payload: [UInt8]
        do { payload = try TokenChange(kind).bytes() } catch {
            throw TokenError(.notWritten, "The token cannot be written; nothing has changed.", cause: error)
        }
        let id = lastID.withLock { last in
            last += 1
            return last
        }
        return JournalRecord(
            partition: partition, epoch: 1, incarnation: incarnation, id: id,
            follows: state.withLock { $0.position }, kind: .commands, payload: payload)
    }

    /// Appends a record and applies it.
    ///
    /// - Returns: false when another record has the place.
    private func append(_ record: JournalRecord) async throws(TokenError) -> Bool {
        let deadline = clock.now + Self.patience
        // What an earlier attempt may have done, a later one that did nothing does not undo.
        var isInDoubt = false
        while true {
            do throws(JournalError) { _ = try await journal.append(record) } catch {
                isInDoubt = isInDoubt || error.code == .unknown
                guard isInDoubt || error.code == .conflict else {
                    throw TokenError(.notWritten, "Nothing has changed: \(error.message)", cause: error)
                }
                if error.code != .conflict { try await pause(until: deadline, error) }
            }
            do throws(TokenError) { try await catchUp() } catch {
                try await pause(until: deadline, error)
                continue
            }
            let (ownID, position, snapshot) = state.withLock { ($0.ownID, $0.position, $0.snapshot) }
            if ownID >= record.id { return true }
            // Whose records a snapshot stands for is not in it.
            if isInDoubt, snapshot > record.follows { throw Self.unknown(nil) }
            if position > record.follows { return false }
        }
    }

    private func pause(until deadline: Duration, _ error: any Error) async throws(TokenError) {
        guard clock.now < deadline else { throw Self.unknown(error) }
        do { try await clock.sleep(until: clock.now + Self.pause) } catch { throw Self.unknown(error) }
    }

    private static func unreadable(_ error: JournalError) -> TokenError {
        TokenError(.unreadable, "The tokens cannot be read: \(error.message)", cause: error)
    }

    private static func unknown(_ error: (any Error)?) -> TokenError {
        TokenError(
            .unknown, "It is not known whether the token was changed: list the tokens before you try again.",
            cause: error)
    }

    /// Reads the journal to its end; while holding the turn.
    private func catchUp() async throws(TokenError) {
        while true {
            let entries: [JournalEntry]
            do throws(JournalError) {
                entries = try await journal.read(after: state.withLock { $0.position }, upTo: Self.batchBytes)
            } catch {
                guard try await beginWithSnapshot() else { throw Self.unreadable(error) }
                continue
            }
            if entries.isEmpty { return }
            for entry in entries { try apply(entry) }
        }
    }

    /// Takes the newest snapshot in place of what was trimmed.
    ///
    /// - Returns: false when there is none beyond what was read.
    private func beginWithSnapshot() async throws(TokenError) -> Bool {
        let position = state.withLock { $0.position }
        let found: Snapshot?
        do throws(JournalError) {
            let newest = try await journal.snapshots().first { $0.sequence > position }
            found = if let newest { try await journal.snapshot(newest) } else { nil }
        } catch {
            throw Self.unreadable(error)
        }
        guard let found else { return false }
        let tokens: [TokenTable.Entry]
        do { tokens = try TokenSnapshot(bytes: found.bytes).tokens } catch {
            throw TokenError(
                .unreadable,
                "The tokens at sequence \(found.reference.sequence) cannot be read. Is this program older than the others?",
                cause: error)
        }
        state.withLock { state in
            state.table = TokenTable(tokens)
            state.position = found.reference.sequence
            state.snapshot = found.reference.sequence
        }
        return true
    }

    private func apply(_ entry: JournalEntry) throws(TokenError) {
        // Written by somebody who followed nothing (decision 16): it keeps its place and says nothing.
        guard entry.record.epoch > 0 else { return state.withLock { $0.position = entry.sequence } }
        let change: TokenChange
        do { change = try TokenChange(bytes: entry.record.payload) } catch {
            throw TokenError(
                .unreadable,
                "Record \(entry.sequence) of the tokens cannot be read. Is this program older than the others?",
                cause: error)
        }
        state.withLock { state in
            state.table.apply(change.kind)
            state.position = entry.sequence
            if entry.record.incarnation == incarnation { state.ownID = entry.record.id }
        }
    }

    private func taking<Answer>(
        _ body: () async throws(TokenError) -> Answer
    ) async throws(TokenError) -> Answer {
        await turn.lock()
        defer { turn.unlock() }
        return try await body()
    }

    private func beat(_ tell: () -> Void) async {
        while !Task.isCancelled {
            tell()
            do { try await clock.sleep(until: clock.now + Self.pace) } catch { return }
        }
    }
}
