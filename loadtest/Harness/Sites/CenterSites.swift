import ContactCenter
import GatewayAPI
import GatewayClient

/// Which site each node, agent and partition of the center belongs to.
struct CenterSites: Sendable {
    /// The site of each target; an empty name where a node stands alone.
    let targets: [String]
    private let partitions: [UInt16: String]
    private let agents: [AgentID: String]

    init(targets: [String], partitions: [UInt16: String], agents: [AgentID: String]) {
        self.targets = targets
        self.partitions = partitions
        self.agents = agents
    }

    /// Asks every node who it is, and the first who owns what.
    ///
    /// - Throws: ``HarnessError/Code/center`` when one does not answer.
    static func find(
        _ targets: [Target], _ configuration: CenterConfiguration
    ) async throws(HarnessError) -> CenterSites {
        var sites: [String] = []
        var partitions: [UInt16: String] = [:]
        for target in targets {
            let (name, nodes) = try await look(at: target)
            sites.append(nodes.first { $0.id == name }?.site ?? "")
            for owned in nodes.flatMap(\.partitions) {
                guard let number = owned.number, let dot = owned.id.lastIndex(of: ".") else { continue }
                partitions[UInt16(clamping: number)] = String(owned.id[..<dot])
            }
        }
        let agents = configuration.agents.map { ($0.id, $0.site.name) }
        return CenterSites(targets: sites, partitions: partitions, agents: Dictionary(agents) { first, _ in first })
    }

    /// The site at which a contact's session is; nil where that is unknown, as on a single node.
    func site(of contact: ContactID) -> String? { partitions[contact.partition] }

    /// An agent's home site; nil when the configuration has no such agent.
    func site(of agent: AgentID) -> String? { agents[agent] }

    private static func look(at target: Target) async throws(HarnessError) -> (name: String, nodes: [Node]) {
        let client = GatewayClient(address: target.url, token: target.token)
        let answer: Result<(String, [Node]), any Error>
        do { answer = .success((try await client.status().node, try await client.nodes().items)) } catch {
            answer = .failure(error)
        }
        await client.shutdown()
        do { return try answer.get() } catch {
            throw HarnessError(.center, "The node at \(target.url) does not say who it is: \(error)", cause: error)
        }
    }
}
