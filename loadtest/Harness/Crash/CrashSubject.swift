/// What is struck in the middle of a load: a node, or a cluster.
protocol CrashSubject: Sendable {
    /// Starts it.
    ///
    /// - Returns: Where its API is, for as long as it lives.
    func begin() async throws(HarnessError) -> Target

    /// Strikes; returns at once, or, where it comes back by itself, when it serves again.
    ///
    /// - Returns: How long it was away; nil when it stays away until ``mend()``.
    func strike() async throws(HarnessError) -> Duration?

    /// Starts again what was ended.
    ///
    /// - Returns: How long that took.
    func mend() async throws(HarnessError) -> Duration

    /// Ends it, as a power cut would.
    func end() async
}
