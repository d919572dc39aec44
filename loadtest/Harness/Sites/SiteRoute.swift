/// The contacts of sessions at one site that were connected to agents of one site.
public struct SiteRoute: Hashable, Sendable, Codable {
    /// The site of the partition that the session lives in.
    public var session: String
    /// The agent's home site.
    public var agent: String
    /// How many contacts.
    public var contacts: Int

    /// Whether session and agent are at the same site.
    public var isWithin: Bool { session == agent }
}

/// Counts contacts by the sites that they were routed from and to.
struct SiteRoutes: Sendable {
    private struct Pair: Hashable {
        let session: String
        let agent: String
    }

    private var counts: [Pair: Int] = [:]

    mutating func count(from session: String, to agent: String) {
        counts[Pair(session: session, agent: agent), default: 0] += 1
    }

    /// All counts, in the order of the sites' names.
    var all: [SiteRoute] {
        counts.map { SiteRoute(session: $0.key.session, agent: $0.key.agent, contacts: $0.value) }
            .sorted { ($0.session, $0.agent) < ($1.session, $1.agent) }
    }
}
