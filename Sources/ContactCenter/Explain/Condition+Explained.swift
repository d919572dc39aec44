extension Condition {
    /// The condition, and what keeps it from holding at a moment.
    func text(at moment: ConditionMoment) -> String {
        let unmet = unmetClauses(at: moment).map(\.description)
        let holds = unmet.isEmpty ? "which holds" : "not yet: \(unmet.joined(separator: ", "))"
        return "\(text) (\(holds))"
    }

    /// When it may hold by time alone, for a contact that has waited since `start`; nil for never.
    func nextTurn(of start: Timestamp, after now: Timestamp) -> Timestamp? {
        turns.first { $0 > start.microseconds(to: now) }.map { start.advanced(byMicroseconds: $0) }
    }
}
