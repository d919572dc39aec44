/// The rules by which customers are treated, made ready once a configuration.
struct CustomerRuleTable: Sendable {
    let rules: [CustomerRule]
    /// How long visits are remembered, in microseconds; nil where they are not.
    let remembered: Int64?
    /// Whether conditions ask for what takes counting.
    let asksForWait: Bool
    private var table: ConditionTable

    init(_ treatment: CustomerTreatment) {
        rules = treatment.rules
        remembered = treatment.remembered?.wholeMicroseconds
        asksForWait = rules.contains { $0.condition?.figures.contains(.ewt) ?? false }
        table = ConditionTable(rules.map(\.condition))
    }

    /// The first rule that holds in a queue. Complexity: O(rules + clauses).
    mutating func first(in queue: QueueID, at moment: ConditionMoment) -> CustomerRule? {
        table.begin()
        for index in rules.indices where rules[index].queues.isEmpty || rules[index].queues.contains(queue) {
            if table.isMet(index, at: moment) { return rules[index] }
        }
        return nil
    }
}
