extension Requirement {
    /// Whether an agent may serve a contact with these attributes.
    public func isMet(by agent: AgentProfile, contact: Attributes) -> Bool {
        parts.expression.isMet(by: agent, answers: answers(of: contact))
    }

    /// What is left to ask of the agent once the contact is known: an expression that mentions no contact.
    ///
    /// - Returns: nil when nothing is left to ask; `NEVER` when no agent can meet it.
    public func residual(for contact: Attributes) -> Requirement? {
        mentionsContact ? residual(for: answers(of: contact)) : self
    }

    /// What an agent fails, in the order of the text; empty when the requirement is met.
    ///
    /// Of alternatives none of which is met all are listed; a failed `NOT` is listed whole.
    public func unmetClauses(by agent: AgentProfile, contact: Attributes) -> [UnmetClause] {
        var unmet: [UnmetClause] = []
        parts.expression.collectUnmet(by: agent, contact: contact, answers: answers(of: contact), into: &unmet)
        return unmet
    }

    /// How the contact's own attributes answer the clauses that ask for them.
    ///
    /// Clauses compare with written values only, so these answers are all of the contact that matters: contacts that
    /// answer alike wait for the same agents.
    func answers(of contact: Attributes) -> ContactAnswers {
        guard mentionsContact else { return ContactAnswers() }
        var answers = ContactAnswers()
        parts.expression.collectAnswers(of: contact, into: &answers)
        return answers
    }

    func residual(for answers: ContactAnswers) -> Requirement? {
        let simplified = parts.expression.simplified(answers)
        return simplified == .always ? nil : Requirement(simplified)
    }
}

/// How one contact answers the clauses of one requirement, a bit a clause by its number.
struct ContactAnswers: Hashable, Sendable {
    /// The clause is met by the contact.
    var met: UInt64 = 0
    /// The contact lacks the attribute, so that a name alone asks for the agent's skill.
    var absent: UInt64 = 0
}
