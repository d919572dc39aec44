import Cluster
import ContactCenter
import Synchronization

/// Which site each agent belongs to, by the last configuration that this node has seen.
final class AgentHomes: Sendable {
    private struct State {
        var version = 0
        var sites: [AgentID: SiteID] = [:]
    }

    private let state = Mutex(State())

    /// The version of the configuration that was seen last; 0 before the first.
    var version: Int { state.withLock { $0.version } }

    /// An agent's site; nil when the configuration has none of that id.
    func site(of agent: AgentID) -> SiteID? { state.withLock { $0.sites[agent] } }

    /// Takes in a configuration, unless a later one is known.
    func learn(_ found: ConfigurationInForce) {
        let sites = Dictionary(
            (found.configuration?.agents ?? []).map { ($0.id, $0.site) }, uniquingKeysWith: { first, _ in first })
        state.withLock { state in
            if found.version >= state.version { state = State(version: found.version, sites: sites) }
        }
    }
}
