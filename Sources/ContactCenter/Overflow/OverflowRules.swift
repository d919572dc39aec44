/// The overflow rules of one queue, made ready once a configuration.
struct OverflowRules: Sendable {
    let rules: [OverflowRule]
    /// Whether conditions ask for what takes counting agents.
    let countsAgents: Bool
    /// Whether what decides about one of them changes by itself.
    private let changes: Bool
    private let times: LookTimes
    private var table: ConditionTable

    /// nil where there are none.
    init?(_ rules: [OverflowRule]) {
        guard !rules.isEmpty else { return nil }
        self.rules = rules
        table = ConditionTable(rules.map(\.condition))
        countsAgents = rules.contains { $0.condition?.figures.contains(where: \.countsAgents) == true }
        // A queue that is full only matters to who comes in.
        let waiting = rules.filter { $0.trigger != .full }
        // Another queue may be full or closed when the time comes, and not any more later.
        changes = waiting.contains { rule in
            if case .queue = rule.action { return true }
            return rule.trigger != .always || rule.condition?.figures.contains { $0.changes } ?? false
        }
        times = LookTimes(waiting.flatMap { [$0.after.wholeMicroseconds] + ($0.condition?.turns ?? []) })
    }

    /// Begins a decision about one contact.
    mutating func begin() { table.begin() }

    /// Whether a rule's time has come and its condition holds, after so many microseconds.
    mutating func holds(_ rule: Int, after waited: Int64, _ moment: ConditionMoment) -> Bool {
        rules[rule].after.wholeMicroseconds <= waited && table.isMet(rule, at: moment)
    }

    /// After how long a wait to look at them again, in microseconds; nil for never.
    func nextLook(after waited: Int64, waiting: Int) -> Int64? {
        times.next(after: waited, waiting: waiting, changes: changes)
    }
}
