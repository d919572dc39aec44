import ContactCenter

extension Floor {
    /// An agent with everything in hand; nil when there is none of that id.
    func state(of agent: AgentID) -> AgentState? {
        guard let view = self.agent(agent) else { return nil }
        return AgentState(
            agent: view, contacts: view.contacts.compactMap { contact($0) },
            offers: view.offers.compactMap { offer($0) })
    }

    /// Whether an agent may give this command: about themselves, an offer of theirs, or a contact that they have.
    ///
    /// A command about something that is not there is let through, and so is a repeated one, to get the floor's own
    /// answer: the contact may have left the agent's hands by that very command.
    func allows(_ command: Command, by agent: AgentID) -> Bool {
        if hasAnswered(command.id) { return true }
        if let subject = command.body.agent { return subject == agent }
        switch command.body {
        case .accept(let id), .reject(let id):
            return offer(id).map { $0.agent == agent } ?? true
        default:
            guard command.body.isForAgents, let id = command.body.contact else { return false }
            return contact(id).map { $0.agent == agent } ?? true
        }
    }

    /// What a supervisor's screen begins with.
    func supervisorState(now: Timestamp) -> SupervisorState {
        let agents = agents()
        return SupervisorState(
            queues: queues(now: now), agents: Array(agents.prefix(SupervisorState.agentBound)),
            isComplete: agents.count <= SupervisorState.agentBound)
    }
}
