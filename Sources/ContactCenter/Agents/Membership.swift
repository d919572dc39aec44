/// Which agents serve which queues, and which agents are signed in, available and idle.
///
/// An agent serves the queues that their configuration lists; where it lists none, those whose own requirement (or
/// one of whose rings) the agent meets or, if that depends on the contact, may meet.
struct Membership: Sendable {
    /// By queue: the agents who serve it.
    private var members: ContiguousArray<SlotSet> = []
    /// Who is signed in.
    private(set) var signedIn = SlotSet()
    /// Who is available.
    private(set) var available = SlotSet()
    private var idle = SlotSet()

    init() {}

    init(queues: Int) {
        members = ContiguousArray(repeating: SlotSet(), count: queues)
    }

    mutating func insert(agent: Int32, queue: Int32) { members[Int(queue)].insert(agent) }

    /// The agents who serve a queue.
    func members(of queue: Int32) -> SlotSet { members[Int(queue)] }

    func contains(agent: Int32, queue: Int32) -> Bool { members[Int(queue)].contains(agent) }

    /// Whether one of these agents serves a queue. Complexity: O(agents / 64).
    func contains(any agents: SlotSet, queue: Int32) -> Bool { members[Int(queue)].intersects(agents) }

    /// Whether one of these agents, but for some, serves a queue. Complexity: O(agents / 64).
    func contains(any agents: SlotSet, besides others: SlotSet, queue: Int32) -> Bool {
        count(in: agents, besides: others, queue: queue) > 0
    }

    /// How many of these agents, but for some, serve a queue. Complexity: O(agents / 64).
    func count(in agents: SlotSet, besides others: SlotSet, queue: Int32) -> Int {
        members[Int(queue)].intersectionCount(agents) - members[Int(queue)].intersectionCount(agents, others)
    }

    /// Notes what counts of an agent. Complexity: O(1), in however many queues it counts.
    mutating func note(_ presence: AgentRecord.Presence, of agent: Int32) {
        signedIn.set(agent, to: presence.contains(.signedIn))
        available.set(agent, to: presence.contains(.available))
        idle.set(agent, to: presence.contains(.idle))
    }

    /// How many agents who serve a queue are idle, but for some. Complexity: O(agents / 64).
    func idleCount(in queue: Int32, besides others: SlotSet) -> Int {
        count(in: idle, besides: others, queue: queue)
    }

    /// How many agents of both sets serve a queue. Complexity: O(agents / 64).
    func count(in agents: SlotSet, and others: SlotSet, queue: Int32) -> Int {
        members[Int(queue)].intersectionCount(agents, others)
    }

    /// How many agents who serve a queue are idle. Complexity: O(agents / 64).
    func idleCount(in queue: Int32) -> Int { members[Int(queue)].intersectionCount(idle) }
}
