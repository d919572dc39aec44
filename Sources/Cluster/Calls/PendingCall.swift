/// A call that waits for its answer.
struct PendingCall: Sendable {
    /// The node that was asked.
    let node: NodeID
    /// What was called, for messages.
    let target: CallTarget
    /// Protocol time at which the caller stops waiting.
    let deadline: Duration
    /// The tick at which the wheel fires for it.
    var tick: Int64 = 0
    /// The waiting caller.
    let caller: CheckedContinuation<CallOutcome, Never>
}
