import ContactCenter
import Wire

/// Puts a load on the bare matching and measures it.
struct MatchingWorkload {
    private let scale: CoreScale
    private var random = SeededGenerator(seed: 7)
    private var matching = Matching()
    private let kinds: [Kind]
    /// By contact: which kind it is of.
    private var kindOfContact: [Int]
    private var rank: UInt64 = 0
    private var number: UInt64 = 0

    /// What makes contacts alike.
    private struct Kind {
        let queue: QueueSlot
        let requirement: Requirement?
    }

    init(scale: CoreScale) throws(RequirementError) {
        self.scale = scale
        var kinds: [Kind] = []
        for queue in 0..<scale.queues {
            kinds.append(Kind(queue: QueueSlot(queue), requirement: nil))
            for _ in 0..<3 {
                let text = "skill\(random.below(scale.skills)) >= \(1 + random.below(5))"
                kinds.append(Kind(queue: QueueSlot(queue), requirement: try Requirement(parsing: text)))
            }
        }
        self.kinds = kinds
        kindOfContact = []
        for _ in 0..<scale.waiting { kindOfContact.append(random.below(kinds.count)) }
        for agent in 0..<scale.agents {
            let profile = AgentProfile(skills: CoreConfiguration.skills(scale, &random), site: "site")
            matching.setAgent(AgentSlot(agent), profile: profile, queues: nil)
        }
    }

    mutating func run() -> CoreReport.Matching {
        let arrival = measureArrival()
        let enqueue = measureEnqueue()
        return CoreReport.Matching(enqueue: enqueue, arrival: arrival, freed: measureFreed())
    }

    /// All agents idle; each contact takes one, and one of those taken before becomes idle again.
    private mutating func measureArrival() -> Latencies {
        for agent in 0..<scale.agents { setFree(AgentSlot(agent)) }
        var busy: [AgentSlot] = []
        var recorder = LatencyRecorder(capacity: scale.operations)
        for _ in 0..<scale.operations {
            let kind = kinds[random.below(kinds.count)]
            let agent = recorder.measure { () -> AgentSlot? in
                let agent = matching.bestAgent(for: group(kind))
                if let agent { matching.setFree(agent, channels: [], idleSince: 0) }
                return agent
            }
            if let agent { busy.append(agent) }
            if busy.count > scale.agents / 2 { setFree(busy.remove(at: random.below(min(8, busy.count)))) }
        }
        for agent in 0..<scale.agents { matching.setFree(AgentSlot(agent), channels: [], idleSince: 0) }
        return recorder.latencies
    }

    private mutating func measureEnqueue() -> Latencies {
        var recorder = LatencyRecorder(capacity: scale.waiting)
        for contact in 0..<scale.waiting { recorder.measure { enqueue(ContactSlot(contact)) } }
        return recorder.latencies
    }

    /// Each agent has been free before, since all classes are known: the row of classes is worked out by then.
    private mutating func measureFreed() -> Latencies {
        for agent in 0..<scale.agents {
            setFree(AgentSlot(agent))
            matching.setFree(AgentSlot(agent), channels: [], idleSince: 0)
        }
        var recorder = LatencyRecorder(capacity: scale.operations)
        for _ in 0..<scale.operations {
            let agent = AgentSlot(random.below(scale.agents))
            let contact = recorder.measure { () -> ContactSlot? in
                setFree(agent)
                let contact = matching.bestContact(for: agent)
                if let contact { matching.dequeue(contact) }
                matching.setFree(agent, channels: [], idleSince: 0)
                return contact
            }
            if let contact { enqueue(contact) }
        }
        return recorder.latencies
    }

    private mutating func setFree(_ agent: AgentSlot) {
        rank += 1
        matching.setFree(agent, channels: ChannelSet(.voice), idleSince: rank)
    }

    private mutating func enqueue(_ contact: ContactSlot) {
        number += 1
        let group = group(kinds[kindOfContact[Int(contact.index)]])
        matching.enqueue(
            contact, in: group, priority: number.isMultiple(of: 10) ? 5 : 0,
            enqueuedAt: Timestamp(microseconds: CoreConfiguration.start.microseconds + Int64(number)), number: number)
    }

    private mutating func group(_ kind: Kind) -> ClassIndex {
        matching.classIndex(
            queue: kind.queue, requirement: kind.requirement, ring: 0, channel: .voice, attributes: Attributes())
    }
}
