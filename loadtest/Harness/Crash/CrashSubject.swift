/// What is struck in the middle of a load: a node, or a cluster.
protocol CrashSubject: Sendable {
    /// Starts it.
    ///
    /// - Returns: Where its API is, for as long as it lives.
    func begin() async throws(HarnessError) -> Target

    /// Has a fault happen; returns once it is over, or where it comes back by itself, when it serves again.
    ///
    /// - Returns: From when on new contacts are to be accepted again; nil when it stays away until ``mend()``.
    func strike(_ fault: CrashFault, _ run: LoadRun) async throws(HarnessError) -> Outage?

    /// The number of the partition that was struck last, whose contacts are to be accepted again.
    var struck: UInt16 { get async }

    /// Starts again what was ended.
    ///
    /// - Returns: How long that took.
    func mend() async throws(HarnessError) -> Duration

    /// In what the live state of any partition differs from its journal; empty when all agree.
    func differences() async throws(HarnessError) -> [String]

    /// Ends it, as a power cut would.
    func end() async
}
