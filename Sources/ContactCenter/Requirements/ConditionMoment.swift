/// What conditions are told of a contact and its queue, at one instant.
struct ConditionMoment: Sendable {
    /// Seconds since the contact came into its queue.
    var waited: Double
    /// Seconds; nil when nothing can be predicted.
    var predictedWait: Double?
    var staffed = 0
    var idle = 0
    var waiting = 0
    var priority = 0
    var customer: String?
    var channel: Channel
    var attributes = Attributes()

    /// What a name stands for; nil when it is not known, or asks for an agent.
    func value(of subject: RequirementClause.Subject) -> AttributeValue? {
        switch subject {
        case .contact(let name), .unqualified(let name): attributes[name]
        case .figure(.waited): .number(waited)
        case .figure(.ewt): predictedWait.map(AttributeValue.number)
        case .figure(.staffed): .number(Double(staffed))
        case .figure(.idle): .number(Double(idle))
        case .figure(.waiting): .number(Double(waiting))
        case .figure(.priority): .number(Double(priority))
        case .figure(.customer): customer.map(AttributeValue.text)
        case .figure(.channel): .text(channel.name)
        case .skill, .agent: nil
        }
    }
}

extension RequirementClause {
    func isMet(at moment: ConditionMoment) -> Bool { test.isMet(by: moment.value(of: subject)) }
}
