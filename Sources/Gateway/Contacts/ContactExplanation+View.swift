import ContactCenter
import GatewayAPI

extension ContactExplanation {
    /// An explanation as the API shows it.
    init(_ view: Explanation) {
        let counts = view.counts.map { ($0.obstacle.name, $0.agents) }
        self.init(
            contact: view.contact.id.description, at: DateTime(view.at), state: Contact.State(view.contact.state),
            queue: view.contact.queue.name, requirement: view.contact.requirement?.text, ahead: view.ahead,
            waitsFor: view.waitsFor ?? "nothing",
            next: view.upcoming.map { NextStep(at: $0.at.map { DateTime($0) }, what: $0.text) },
            agents: view.agents.map { Candidate($0) }, summary: view.summary,
            obstacles: Dictionary(counts) { first, second in first + second },
            choice: view.choice.map { GatewayAPI.SiteChoice($0) }, customer: view.customer)
    }
}

extension ContactExplanation.Candidate {
    fileprivate init(_ considered: ConsideredAgent) {
        let isEligible = considered.obstacle == .none
        self.init(
            agent: considered.agent.name, isEligible: isEligible,
            reasons: isEligible ? [] : [considered.text], obstacle: considered.obstacle.name)
    }
}
