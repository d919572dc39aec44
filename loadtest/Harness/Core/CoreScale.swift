/// How much a core benchmark puts on the floor.
public struct CoreScale: Hashable, Codable, Sendable {
    /// Contacts that wait throughout.
    public var waiting: Int
    /// How many agents there are.
    public var agents: Int
    /// How many queues there are.
    public var queues: Int
    /// How many skills there are in all.
    public var skills: Int
    /// How many operations of each kind are measured.
    public var operations: Int

    public init(waiting: Int, agents: Int, queues: Int = 100, skills: Int = 50, operations: Int = 100_000) {
        self.waiting = waiting
        self.agents = agents
        self.queues = queues
        self.skills = skills
        self.operations = operations
    }

    /// A large center: a million waiting contacts, a hundred thousand agents.
    public static let large = CoreScale(waiting: 1_000_000, agents: 100_000)
    /// A small one, to compare with.
    public static let small = CoreScale(waiting: 1_000, agents: 100)
}
