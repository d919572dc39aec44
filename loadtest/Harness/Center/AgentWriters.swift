import ContactCenter
import GatewayAPI
import GatewayClient

/// Those who speak: the agents, each with a token of their own, and a connector that brings the contacts in.
struct AgentWriters: Sendable {
    let agents: [(id: AgentID, writer: RequestWriter)]
    let connector: RequestWriter

    /// More agents than these share the administrator's token: making a token each would take longer than the run.
    private static let tokenBound = 300

    /// Makes the tokens.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the center does not.
    static func make(
        for agents: [AgentID], target: Target, client: GatewayClient
    ) async throws(HarnessError) -> AgentWriters {
        do {
            var writers: [(id: AgentID, writer: RequestWriter)] = []
            for agent in agents {
                guard agents.count <= tokenBound else {
                    writers.append((agent, RequestWriter(target: target, token: target.token)))
                    continue
                }
                let request = TokenRequest(label: "load harness", role: .agent, agent: agent.name)
                let token = try await client.createToken(request).secret
                writers.append((agent, RequestWriter(target: target, token: token)))
            }
            return AgentWriters(agents: writers, connector: RequestWriter(target: target, token: target.token))
        } catch {
            throw HarnessError(.center, "Tokens for the agents could not be made: \(error)", cause: error)
        }
    }

    /// The agents of a center that a scenario plays.
    ///
    /// - Throws: ``HarnessError/Code/center`` when one is named that the center does not have, or it has none.
    static func played(
        _ behaviour: AgentBehaviour, of configuration: CenterConfiguration
    ) throws(HarnessError) -> [AgentID] {
        let all = configuration.agents.map(\.id)
        let chosen = behaviour.names.isEmpty ? all : behaviour.names
        for name in chosen where !all.contains(name) {
            throw HarnessError(.center, "The center has no agent \(name); it has \(all.count) others.")
        }
        guard !chosen.isEmpty else {
            throw HarnessError(
                .center, "The center has no agents; apply a configuration, or let the scenario bring one.")
        }
        return Array(chosen.prefix(behaviour.count ?? chosen.count))
    }
}
