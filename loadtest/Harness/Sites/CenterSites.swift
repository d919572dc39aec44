import ContactCenter
import GatewayAPI
import GatewayClient

/// Which site each node, agent and partition of the center belongs to.
struct CenterSites: Sendable {
    /// The site of each target; an empty name where a node stands alone.
    let targets: [String]
    /// Places of the targets that own partitions.
    let owners: [Int]
    private let partitions: [UInt16: String]
    private let agents: [AgentID: String]

    init(targets: [String], owners: [Int], partitions: [UInt16: String], agents: [AgentID: String]) {
        self.targets = targets
        self.owners = owners
        self.partitions = partitions
        self.agents = agents
    }

    /// Asks every node who it is, and which partitions there are.
    ///
    /// - Throws: ``HarnessError/Code/center`` when one does not answer.
    static func find(
        _ targets: [Target], _ configuration: CenterConfiguration
    ) async throws(HarnessError) -> CenterSites {
        var sites: [String] = []
        var owners: [Int] = []
        var partitions: [UInt16: String] = [:]
        for target in targets {
            let (status, nodes) = try await look(at: target)
            guard let own = nodes.first(where: { $0.id == status.node }) else {
                sites.append("")
                continue
            }
            if !own.partitions.isEmpty { owners.append(sites.count) }
            sites.append(own.site)
            // A status lists partitions in the order of the layout, which gives them their numbers.
            for (number, partition) in status.partitions.enumerated() {
                guard let dot = partition.id.lastIndex(of: ".") else { continue }
                partitions[UInt16(clamping: number)] = String(partition.id[..<dot])
            }
        }
        let agents = configuration.agents.map { ($0.id, $0.site.name) }
        return CenterSites(
            targets: sites, owners: owners, partitions: partitions, agents: Dictionary(agents) { first, _ in first })
    }

    /// The site at which a contact's session is; nil where that is unknown, as on a single node.
    func site(of contact: ContactID) -> String? { partitions[contact.partition] }

    /// Number of the partition that an agent is at home in; nil where there is one for all, and where the agent's site
    /// has several.
    func home(of agent: AgentConfiguration) -> UInt16? {
        let atSite = partitions.filter { $0.value == agent.site.name }
        return partitions.count > 1 && atSite.count == 1 ? atSite.first?.key : nil
    }

    /// An agent's home site; nil when the configuration has no such agent.
    func site(of agent: AgentID) -> String? { agents[agent] }

    private static func look(at target: Target) async throws(HarnessError) -> (status: Status, nodes: [Node]) {
        let client = GatewayClient(address: target.url, token: target.token)
        let answer: Result<(Status, [Node]), any Error>
        do { answer = .success((try await client.status(), try await client.nodes().items)) } catch {
            answer = .failure(error)
        }
        await client.shutdown()
        do { return try answer.get() } catch {
            throw HarnessError(.center, "The node at \(target.url) does not say who it is: \(error)", cause: error)
        }
    }
}
