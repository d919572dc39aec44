import Testing

@testable import ContactCenter

@Suite struct MatchingTests {
    private let queue = QueueSlot(0)

    private func matching(agents: Int) -> Matching {
        var matching = Matching()
        for agent in 0..<agents {
            let profile = AgentProfile(skills: ["all": 1, SkillID("s\(agent % 50)"): 5], site: "fra")
            matching.setAgent(AgentSlot(agent), profile: profile, queues: nil)
        }
        return matching
    }

    private func group(_ matching: inout Matching, _ text: String? = nil) throws -> ClassIndex {
        let requirement = try text.map { try Requirement(parsing: $0) }
        return matching.classIndex(
            queue: queue, requirement: requirement, ring: 0, channel: .voice, attributes: Attributes())
    }

    @Test func anAgentWhoseOfferCameToNothingKeepsTheirPlace() throws {
        var matching = matching(agents: 3)
        let group = try group(&matching)
        for agent in 0..<3 {
            matching.setFree(AgentSlot(agent), channels: ChannelSet(.voice), idleSince: UInt64(10 + agent))
        }
        matching.setFree(AgentSlot(0), channels: [], idleSince: 10)
        #expect(matching.bestAgent(for: group) == AgentSlot(1))
        matching.setFree(AgentSlot(0), channels: ChannelSet(.voice), idleSince: 10)
        #expect(matching.bestAgent(for: group) == AgentSlot(0))
        #expect(matching.bestAgent(for: group) { $0 == AgentSlot(0) } == AgentSlot(1))
        #expect(matching.checkInvariants().isEmpty)
    }

    @Test func theLastInLineIsFoundAgainAfterAContactFoundNobody() throws {
        var matching = matching(agents: 1)
        let group = try group(&matching)
        matching.setFree(AgentSlot(0), channels: ChannelSet(.voice), idleSince: 10)
        matching.setFree(AgentSlot(0), channels: [], idleSince: 10)
        #expect(matching.bestAgent(for: group) == nil)
        matching.setFree(AgentSlot(0), channels: ChannelSet(.voice), idleSince: 10)
        #expect(matching.bestAgent(for: group) == AgentSlot(0))
        #expect(matching.checkInvariants().isEmpty)
    }

    @Test func aRareSkillIsFoundBehindThousandsOfOthers() throws {
        var matching = matching(agents: 20_000)
        let rare = AgentProfile(skills: ["rare": 3], site: "fra")
        matching.setAgent(AgentSlot(19_990), profile: rare, queues: nil)
        for agent in 0..<20_000 {
            matching.setFree(AgentSlot(agent), channels: ChannelSet(.voice), idleSince: UInt64(agent))
        }
        let group = try group(&matching, "rare >= 2")
        #expect(matching.bestAgent(for: group) == AgentSlot(19_990))
        matching.setFree(AgentSlot(19_990), channels: [], idleSince: 0)
        #expect(matching.bestAgent(for: group) == nil)
        matching.setAgent(AgentSlot(7), profile: rare, queues: nil)
        #expect(matching.bestAgent(for: group) == AgentSlot(7))
    }

    @Test func idleOrderSurvivesCompaction() throws {
        var matching = matching(agents: 100)
        let group = try group(&matching)
        var rank: UInt64 = 0
        for agent in 0..<100 {
            rank += 1
            matching.setFree(AgentSlot(agent), channels: ChannelSet(.voice), idleSince: rank)
        }
        for turn in 0..<20_000 {
            let expected = AgentSlot(turn % 100)
            #expect(matching.bestAgent(for: group) == expected)
            rank += 1
            matching.setFree(expected, channels: [], idleSince: 0)
            matching.setFree(expected, channels: ChannelSet(.voice), idleSince: rank)
        }
        #expect(matching.checkInvariants().isEmpty)
    }

    @Test func emptyClassesMakeRoomForNewOnes() throws {
        var matching = matching(agents: 200)
        for turn in 0..<5_000 {
            let group = try group(&matching, "s\(turn % 50) >= 1 OR all > \(turn)")
            matching.enqueue(
                ContactSlot(0), in: group, priority: 0, enqueuedAt: Timestamp(microseconds: 1), number: 1)
            matching.setFree(AgentSlot(turn % 50), channels: ChannelSet(.voice), idleSince: UInt64(turn))
            #expect(matching.bestContact(for: AgentSlot(turn % 50)) == ContactSlot(0))
            matching.dequeue(ContactSlot(0))
            matching.setFree(AgentSlot(turn % 50), channels: [], idleSince: 0)
        }
        #expect(matching.table.entries.count < 2_100)
        #expect(matching.classCount == 0)
        #expect(matching.checkInvariants().isEmpty)
    }

    @Test func aContactGoesBackToItsOldPlaceAmongThousands() throws {
        var matching = matching(agents: 1)
        let group = try group(&matching)
        for contact in 0..<10_000 {
            matching.enqueue(
                ContactSlot(contact), in: group, priority: 0,
                enqueuedAt: Timestamp(microseconds: Int64(1_000 + contact)), number: UInt64(contact))
        }
        for contact in [0, 9_999, 5_000, 63, 64] {
            matching.dequeue(ContactSlot(contact))
            matching.enqueue(
                ContactSlot(contact), in: group, priority: 0,
                enqueuedAt: Timestamp(microseconds: Int64(1_000 + contact)), number: UInt64(contact))
        }
        matching.setFree(AgentSlot(0), channels: .all, idleSince: 1)
        for contact in 0..<10_000 {
            #expect(matching.bestContact(for: AgentSlot(0)) == ContactSlot(contact))
            matching.dequeue(ContactSlot(contact))
        }
        #expect(matching.oldest(in: queue) == nil)
        #expect(matching.checkInvariants().isEmpty)
    }
}
