import ContactCenter

/// A made-up center, so that a scenario needs nothing but a node.
public struct GeneratedCenter: Hashable, Sendable {
    /// How many queues; each asks for one skill at level 3.
    public var queues = 4
    /// How many agents.
    public var agents = 50
    /// How many skills there are in all.
    public var skills = 8
    /// The most voice contacts an agent may hold; chats are three times as many.
    public var capacity = 1
    /// In how many queues' skills an agent is versed.
    public var skillsPerAgent = 4
    /// The sites that agents belong to, one after another.
    public var sites = ["here"]
    /// Whether there is a queue that nobody serves.
    public var hasParkedQueue = false

    /// The queue that nobody serves.
    static let parkedQueue: QueueID = "parked"

    /// The name of a queue by its number.
    static func queue(_ number: Int) -> QueueID { QueueID("queue-\(number)") }

    public init() {}

    /// The configuration file: queue `queue-I` asks for skill `skill-J` at level 3, and agents have some skills at
    /// levels 3 to 10, the same ones for the same numbers.
    public var source: String {
        let width = String(max(agents - 1, 1)).count
        var text = """
            center: { name: Generated center }
            settings: { offer-timeout: 20s, wrap-up-limit: none, unanswered-limit: 0, ended-retention: 60s }
            sites: { \(sites.map { "\($0): { time-zone: Etc/UTC }" }.joined(separator: ", ")) }
            capacities:
              normal:
                voice: { maximum: \(capacity) }
                chat: { maximum: \(capacity * 3) }
                email: { maximum: \(capacity * 3) }
            skills:

            """
        for skill in 0..<skills { text += "  skill-\(skill): Skill \(skill)\n" }
        if hasParkedQueue { text += "  nobody: Had by nobody\n" }
        text += "queues:\n"
        if hasParkedQueue { text += "  \(Self.parkedQueue): { label: Parked, requirement: nobody >= 1 }\n" }
        for queue in 0..<queues {
            text += "  \(Self.queue(queue)): { label: Queue \(queue), requirement: skill-\(queue % skills) >= 3 }\n"
        }
        text += "agents:\n"
        for agent in 0..<agents {
            let number = String(agent)
            let name = String(repeating: "0", count: max(0, width - number.count)) + number
            let mine = (0..<min(skillsPerAgent, skills)).map { step in
                "skill-\((agent + step) % skills): \(3 + (agent + step) % 8)"
            }
            let site = sites[agent % sites.count]
            text += "  agent-\(name): { site: \(site), capacity: normal, "
            text += "skills: { \(mine.joined(separator: ", ")) } }\n"
        }
        return text
    }
}
