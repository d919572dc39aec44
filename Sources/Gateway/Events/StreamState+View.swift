import Center
import ContactCenter
import GatewayAPI

extension StreamState {
    /// What an agent's stream begins with, as the API shows it; nothing where there is no such agent.
    init(_ state: AgentState?) {
        self.init(
            agents: state.map { [Agent($0.agent)] } ?? [], contacts: state?.contacts.map { Contact($0) } ?? [],
            offers: state?.offers.map { Offer($0) } ?? [])
    }

    /// What a supervisors' stream begins with, as the API shows it.
    init(_ state: SupervisorState) {
        self.init(agents: state.agents.map { Agent($0) }, queues: state.queues.map { Queue($0) })
    }
}
