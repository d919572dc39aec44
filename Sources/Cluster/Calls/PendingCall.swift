/// A call that waits for its answer; whoever takes it out of the ``CallTable`` resumes its caller.
final class PendingCall: Sendable {
    /// The node that was asked.
    let node: NodeID
    /// What was called, for messages.
    let target: CallTarget
    /// Protocol time at which the caller stops waiting.
    let deadline: Duration
    /// The waiting caller.
    let caller: CheckedContinuation<CallOutcome, Never>

    init(
        node: NodeID, target: CallTarget, deadline: Duration, caller: CheckedContinuation<CallOutcome, Never>
    ) {
        self.node = node
        self.target = target
        self.deadline = deadline
        self.caller = caller
    }
}
