extension Floor {
    /// What a contact was given for its customer's sake, and what the customer is told.
    func customerSentences(about slot: Int32, at now: Timestamp) -> [String] {
        let attributes = contacts.details[Int(slot)].attributes
        var sentences: [String] = []
        if case .text(let id)? = attributes[Welcome.Name.customer] {
            sentences.append("The customer is \(id) of the store, whose attributes the contact has.")
        }
        if case .number(let count)? = attributes[Welcome.Name.contacts] {
            let queue = attributes[Welcome.Name.lastQueue].map { " in queue \(RequirementClause.described($0))" } ?? ""
            let agent = attributes[Welcome.Name.lastAgent].map { ", with \(RequirementClause.described($0))" } ?? ""
            sentences.append("It is a repeat contact: \(Int(count)) in a row before it, the last\(queue)\(agent).")
        }
        if case .text(let name)? = attributes[Welcome.Name.rule],
            let rule = customerRules.rules.first(where: { $0.name == name })
        {
            let condition = rule.condition.map { " (\($0.text))" } ?? ""
            var given = [rule.raise == 0 ? nil : "priority \(rule.raise) higher"]
            given.append(rule.agents.map { "up to \(Int(rule.wait.inSeconds)) s of waiting for \($0.text)" })
            let text = given.compactMap { $0 }.joined(separator: ", ")
            sentences.append("Customer rule \(name)\(condition) gave it \(text.isEmpty ? "nothing more" : text).")
        }
        for message in messages(for: contacts[slot].id, now: now) {
            sentences.append("The customer is told of incident \(message.incident): \(message.message)")
        }
        return sentences
    }
}
