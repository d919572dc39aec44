/// The agents who did not take a contact lately, the last four of them: others come first.
///
/// An agent who rejects an offer, leaves it unanswered, or hands the contact on, is passed over for
/// ``period`` from the last such refusal; then everybody may be offered it again. So a contact that only one agent
/// can serve comes back to that agent, but not at once, and nobody is offered the same contact in a tight circle.
struct Exclusions: Hashable, Sendable {
    /// For how long from the last refusal the agents are passed over.
    static let period: Duration = .seconds(10)

    /// Agents' numbers, the latest first; -1 for none.
    var agents = SIMD4<Int32>(repeating: -1)
    var until = Timestamp(microseconds: 0)

    /// Whether an agent is passed over.
    func contains(_ agent: Int32, at now: Timestamp) -> Bool {
        now < until && (agents[0] == agent || agents[1] == agent || agents[2] == agent || agents[3] == agent)
    }

    /// Adds an agent; the one before the last three is forgotten.
    mutating func add(_ agent: Int32, at now: Timestamp) {
        if now >= until { agents = SIMD4(repeating: -1) }
        until = now.advanced(by: Self.period)
        guard !contains(agent, at: now) else { return }
        agents = SIMD4(agent, agents[0], agents[1], agents[2])
    }

    /// Whether anybody is passed over.
    func isEmpty(at now: Timestamp) -> Bool { now >= until || agents[0] < 0 }
}
