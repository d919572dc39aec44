public import Cluster

/// One empty store, and what the suite must be able to do to it.
public struct JournalFixture: Sendable {
    /// Makes a journal over the store, not opened yet; each call makes another over the same store.
    public let makeJournal: @Sendable () async throws -> any Journal
    /// Damages a stored snapshot's bytes, while no journal is open.
    public let damageSnapshot: @Sendable (SnapshotReference) async throws -> Void

    public init(
        makeJournal: @escaping @Sendable () async throws -> any Journal,
        damageSnapshot: @escaping @Sendable (SnapshotReference) async throws -> Void
    ) {
        self.makeJournal = makeJournal
        self.damageSnapshot = damageSnapshot
    }

    /// Runs `body` with an open journal over the store, and closes it.
    func withJournal<Result>(
        _ body: (any Journal, JournalCondition) async throws -> Result
    ) async throws -> Result {
        let journal = try await makeJournal()
        let condition = try await journal.open()
        do {
            let result = try await body(journal, condition)
            await journal.close()
            return result
        } catch {
            await journal.close()
            throw error
        }
    }
}
