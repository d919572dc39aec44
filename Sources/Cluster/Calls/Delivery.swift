/// A received call on its way to its actor.
struct Delivery: Sendable {
    let call: CallFrame
    /// The node to answer.
    let caller: NodeID
    /// Protocol time of this node at which the caller stops waiting.
    let deadline: Duration
    let turn: CallTurn

    var target: CallTarget { CallTarget(actor: call.actor, method: call.method) }
}
