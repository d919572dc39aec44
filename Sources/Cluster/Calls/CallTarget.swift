/// A method of an actor, written `agent/anna.offer`.
struct CallTarget: Hashable, Sendable, CustomStringConvertible {
    let actor: ActorID
    /// The method's base name.
    let method: String

    var description: String { "\(actor).\(method)" }
}
