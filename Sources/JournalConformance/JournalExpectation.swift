/// One thing that every journal must do.
public struct JournalExpectation: Sendable, CustomStringConvertible {
    /// What the journal does, as a sentence.
    public let description: String
    /// Shows it on a fixture of its own.
    ///
    /// - Throws: ``ConformanceFailure`` when the journal does otherwise, and the journal's own errors.
    public let verify: @Sendable (JournalFixture) async throws -> Void

    init(_ description: String, verify: @escaping @Sendable (JournalFixture) async throws -> Void) {
        self.description = description
        self.verify = verify
    }

    /// Everything that a journal must do which keeps every other writer out while it is open.
    public static let exclusive: [JournalExpectation] = records + snapshots + openings + exclusion
    /// Everything that a journal must do which several may have open at once.
    public static let shared: [JournalExpectation] = records + snapshots + openings + sharing
}
