extension Condition {
    /// The condition, and what keeps it from holding at a moment.
    func text(at moment: ConditionMoment) -> String {
        let unmet = unmetClauses(at: moment).map(\.description)
        let holds = unmet.isEmpty ? "which holds" : "not yet: \(unmet.joined(separator: ", "))"
        return "\(text) (\(holds))"
    }
}
