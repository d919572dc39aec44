/// Why a transaction did not commit, and how far it had come.
struct CommitFailure: Error {
    /// Whether the commit itself had begun: only then may something have been written.
    let isCommitting: Bool
    let cause: any Error
}
