import Testing
import Wire

@testable import ContactCenter

/// Random operations on ``Matching`` and on its oracle must find the same partners.
@Suite struct MatchingPropertyTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func findsWhatLookingAtEverythingFinds(seed: UInt64) {
        var run = MatchingRun(seed: seed, agents: 40, contacts: 300)
        for _ in 0..<3_000 {
            run.step()
            if !run.faults.isEmpty { break }
        }
        #expect(run.faults.isEmpty, "seed \(seed): \(run.faults)")
        #expect(run.matches > 300)
    }

    @Test(arguments: 20...26 as ClosedRange<UInt64>)
    func findsTheSameAmongQueuesThatCountDifferently(seed: UInt64) {
        var run = MatchingRun(seed: seed, agents: 40, contacts: 300)
        run.weighQueues()
        for _ in 0..<3_000 {
            run.step()
            if !run.faults.isEmpty { break }
        }
        #expect(run.faults.isEmpty, "seed \(seed): \(run.faults)")
        #expect(run.matches > 300)
    }

    @Test func findsTheSameAmongManyAgentsAndClasses() {
        var run = MatchingRun(seed: 99, agents: 1_500, contacts: 500)
        run.invariantInterval = 500
        run.freeAll()
        for _ in 0..<1_000 {
            run.step()
            if !run.faults.isEmpty { break }
        }
        #expect(run.faults.isEmpty, "\(run.faults)")
    }
}

/// One run of random operations.
struct MatchingRun {
    var faults: [String] = []
    var matches = 0
    var invariantInterval = 50

    private var generator: RequirementGenerator
    private var matching = Matching()
    private var oracle: MatchingOracle
    private let agentBound: Int
    private let contactBound: Int
    private let requirements: [Requirement?]
    private var clock: Int64 = 1_800_000_000_000_000
    private var number: UInt64 = 0
    private var steps = 0

    init(seed: UInt64, agents: Int, contacts: Int) {
        generator = RequirementGenerator(random: SeededGenerator(seed: seed))
        agentBound = agents
        contactBound = contacts
        oracle = MatchingOracle(
            orders: Array(repeating: .longestIdle, count: 6), lastOffered: Array(repeating: nil, count: 6))
        var texts = [
            "a >= 3", "a >= 8", "b >= 3 AND c < 4", "vip", "NOT agent.site == 'fra'", "tier == 'gold' OR a >= 5",
        ]
        for _ in 0..<20 { texts.append(generator.expression()) }
        requirements = [nil, nil] + texts.map { try? Requirement(parsing: $0) }
    }

    mutating func step() {
        steps += 1
        clock += Int64(generator.random.below(3))
        switch generator.random.below(20) {
        case 0, 1: setAgent()
        case 2: setOrder()
        case 3...8: setFree()
        case 9...13: arrive()
        case 14, 15: requeue()
        case 16: leave()
        default: becomeFree()
        }
        if steps.isMultiple(of: invariantInterval) { faults += matching.checkInvariants() + compareQueues() }
    }

    /// Gives queues weights and shortfalls, some of them the same.
    mutating func weighQueues() {
        for queue in 0..<6 {
            oracle.weights[queue] = generator.random.pick([0.5, 1, 2])
            oracle.shortfalls[queue] = generator.random.pick([0, 0, 0.25])
            matching.setWeight(oracle.weights[queue], of: QueueSlot(queue))
            matching.setShortfall(oracle.shortfalls[queue], of: QueueSlot(queue))
        }
    }

    /// Makes every agent known and free.
    mutating func freeAll() {
        for slot in 0..<agentBound { makeFree(slot) }
    }

    private mutating func setAgent() {
        let slot = generator.random.below(agentBound)
        let queues = generator.random.below(3) == 0 ? nil : (0..<6).filter { _ in generator.random.below(2) == 0 }
        let profile = generator.profile()
        matching.setAgent(AgentSlot(slot), profile: profile, queues: queues.map { $0.map(QueueSlot.init) })
        oracle.agents[slot, default: .init(profile: profile)].profile = profile
        oracle.agents[slot]?.queues = queues.map { $0.map(QueueSlot.init) }
    }

    private mutating func setOrder() {
        let queue = generator.random.below(6)
        oracle.orders[queue] = generator.random.pick(AgentOrder.allCases)
        matching.setOrder(oracle.orders[queue], of: QueueSlot(queue))
    }

    private mutating func setFree() { makeFree(generator.random.below(agentBound)) }

    private mutating func makeFree(_ slot: Int) {
        if oracle.agents[slot] == nil {
            oracle.agents[slot] = .init(profile: generator.profile(), queues: nil)
            matching.setAgent(
                AgentSlot(slot), profile: oracle.agents[slot]?.profile ?? generator.profile(), queues: nil)
        }
        setFree(slot, channels: ChannelSet(rawValue: UInt8(generator.random.below(8))))
    }

    private mutating func setFree(_ slot: Int, channels: ChannelSet) {
        let old = oracle.agents[slot]?.rank ?? 0
        let fresh = UInt64(steps)
        let rank = generator.random.pick([fresh, fresh, old, UInt64(generator.random.below(steps + 1))])
        let occupancy = UInt32(generator.random.below(5))
        matching.setFree(AgentSlot(slot), channels: channels, idleSince: rank, occupancy: occupancy)
        oracle.agents[slot]?.channels = channels
        oracle.agents[slot]?.rank = rank
        oracle.agents[slot]?.occupancy = occupancy
    }

    private mutating func arrive() {
        let slot = generator.random.below(contactBound)
        guard oracle.contacts[slot] == nil else { return }
        number += 1
        let contact = MatchingOracle.Contact(
            queue: QueueSlot(generator.random.below(6)), requirement: generator.random.pick(requirements),
            ring: generator.random.below(2), channel: generator.random.pick([.voice, .email, .chat]),
            attributes: generator.attributes(), priority: generator.random.pick([0, 0, 0, 5, -3]), enqueuedAt: clock,
            number: number)
        enqueue(contact, slot)
        match(contact, slot)
    }

    /// A contact with an older enqueue time, such as one whose agent did not answer.
    private mutating func requeue() {
        guard let (slot, old) = oracle.contacts.min(by: { $0.key < $1.key }) else { return }
        matching.dequeue(ContactSlot(slot))
        var contact = old
        contact.queue = QueueSlot(generator.random.below(6))
        contact.enqueuedAt -= Int64(generator.random.below(500))
        enqueue(contact, slot)
    }

    private mutating func leave() {
        let slot = generator.random.below(contactBound)
        matching.dequeue(ContactSlot(slot))
        oracle.contacts[slot] = nil
    }

    private mutating func enqueue(_ contact: MatchingOracle.Contact, _ slot: Int) {
        let group = matching.classIndex(
            queue: contact.queue, requirement: contact.requirement, ring: contact.ring, channel: contact.channel,
            attributes: contact.attributes)
        matching.enqueue(
            ContactSlot(slot), in: group, priority: contact.priority,
            enqueuedAt: Timestamp(microseconds: contact.enqueuedAt), number: contact.number)
        oracle.contacts[slot] = contact
    }

    private mutating func match(_ contact: MatchingOracle.Contact, _ slot: Int) {
        guard let group = matching.waitingClass(of: ContactSlot(slot)) else {
            faults.append("contact \(slot) does not wait")
            return
        }
        let excluded = Set((0..<generator.random.below(4)).map { _ in generator.random.below(agentBound) })
        let found = matching.bestAgent(for: group) { excluded.contains(Int($0.index)) }.map { Int($0.index) }
        let wanted = oracle.bestAgent(for: contact, excluding: excluded)
        if found != wanted { faults.append("step \(steps): agent \(found ?? -1), wanted \(wanted ?? -1)") }
        guard let found, generator.random.below(2) == 0 else { return }
        matches += 1
        matching.dequeue(ContactSlot(slot))
        oracle.contacts[slot] = nil
        matching.setFree(AgentSlot(found), channels: [], idleSince: 0)
        oracle.agents[found]?.channels = []
        matching.setLastOffered(AgentSlot(found), in: contact.queue)
        oracle.lastOffered[Int(contact.queue.index)] = found
    }

    private mutating func becomeFree() {
        let slot = generator.random.below(agentBound)
        guard oracle.agents[slot] != nil else { return }
        setFree(slot, channels: [.init(.voice), .init(.email), .init(.chat)])
        let excluded = Set((0..<generator.random.below(20)).map { _ in generator.random.below(contactBound) })
        let now = Timestamp(microseconds: clock)
        let found = matching.bestContact(for: AgentSlot(slot), at: now) { excluded.contains(Int($0.index)) }.map {
            Int($0.index)
        }
        let wanted = oracle.bestContact(for: slot, at: clock, excluding: excluded)
        if found != wanted { faults.append("step \(steps): contact \(found ?? -1), wanted \(wanted ?? -1)") }
        guard let found else { return }
        matches += 1
        matching.dequeue(ContactSlot(found))
        oracle.contacts[found] = nil
        setFree(slot, channels: [])
    }

    private func compareQueues() -> [String] {
        (0..<6).flatMap { queue in
            let waiting = oracle.waiting(in: queue)
            let slot = QueueSlot(queue)
            let free = oracle.agents.values.count { agent in
                agent.channels.contains(.chat) && agent.queues?.contains(slot) ?? true
            }
            var faults: [String] = []
            if matching.waitingCount(in: slot) != waiting.count { faults.append("queue \(queue) counts wrongly") }
            if matching.oldest(in: slot)?.microseconds != waiting.map(\.enqueuedAt).min() {
                faults.append("queue \(queue) has another oldest")
            }
            if matching.freeAgentCount(in: slot, channel: .chat) != free {
                faults.append("queue \(queue) counts free agents wrongly")
            }
            for (contact, value) in oracle.contacts where value.queue == slot {
                let ahead = waiting.count { other in
                    (-other.priority, other.enqueuedAt, other.number)
                        < (-value.priority, value.enqueuedAt, value.number)
                }
                if matching.standing(of: ContactSlot(contact), available: SlotSet())?.ahead != ahead {
                    faults.append("contact \(contact) stands elsewhere than behind \(ahead) in queue \(queue)")
                }
            }
            return faults
        }
    }
}
