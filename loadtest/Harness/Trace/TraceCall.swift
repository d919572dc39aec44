/// One call of a trace that wanted an agent.
struct TraceCall: Hashable, Sendable {
    /// How it ended.
    enum Outcome: Sendable {
        case answered, hungUp
    }

    /// What kind of service was asked for, such as `PS`.
    let type: String
    /// When it began to wait, in seconds of its local day; beyond 86,400 when the menu was left after midnight.
    let enqueuedAt: Int
    let isUrgent: Bool
    /// How long it waited, in seconds.
    let waited: Int
    let outcome: Outcome
    /// In seconds; 0 when it was not answered.
    let service: Int
    /// Who answered; empty when nobody did, or nobody wrote down who.
    let agent: String
}
