import ConfigurationFile
import ContactCenter

extension GeneratedCenter {
    /// The most agents that are read from a file, whose size is bounded.
    private static let fileBound = 5_000

    /// The configuration; nil when it is none. Of more agents than a file has room for, those in it come again and again
    /// under other names: skills, levels and sites repeat after so many.
    func configuration() -> CenterConfiguration? {
        guard agents > Self.fileBound else { return ConfigurationFile.read(source).configuration }
        let period = 8 * skills * sites.count
        var few = self
        few.agents = period
        guard period <= Self.fileBound, var configuration = ConfigurationFile.read(few.source).configuration else {
            return nil
        }
        let pattern = configuration.agents
        for number in period..<agents {
            var agent = pattern[number % period]
            agent.id = AgentID("agent-\(number)")
            configuration.agents.append(agent)
        }
        return configuration
    }
}
