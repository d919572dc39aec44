/// The people of a simulation: who they are, and what they do while a life of the node lasts.
///
/// They speak to the node through the life, which records what they wish and see.
package protocol SimulatedCast: Sendable {
    /// Plays on in a life of the node, until everything has come to its end or the task is cancelled.
    func play(in life: SimulatedLife) async
}
