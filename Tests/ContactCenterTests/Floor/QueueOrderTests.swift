import Testing
import Wire

@testable import ContactCenter

@Suite("Whose contact an agent gets")
struct QueueOrderTests {
    /// Agents who serve both queues, all of them busy with a contact until they are freed.
    private func test(_ change: (inout CenterConfiguration) -> Void) -> TestFloor {
        var configuration = CenterConfiguration.sample
        configuration.settings.wrapUpLimit = .zero
        configuration.queues[1].requirement = nil
        change(&configuration)
        #expect(configuration.problems().isEmpty)
        return TestFloor(configuration)
    }

    @Test("among contacts of one queue weighs points of priority against age")
    func pointWorth() {
        var test = test { $0.queues[0].pointWorth = .seconds(10) }
        test.staff("ann")
        let busy = test.connect()
        let old = test.open()
        test.pass(.seconds(25))
        let young = test.open(priority: 2)
        let urgent = test.open(priority: 3)
        #expect(test.floor.queue("general", now: test.now)?.oldest == test.floor.contact(old)?.enqueuedAt)
        #expect(test.floor.contact(urgent)?.priority == 3)
        var order: [ContactID] = []
        var inHand = busy
        for _ in 0..<3 {
            test.send(.complete(inHand))
            inHand = [old, young, urgent].first { test.state($0) == .offered } ?? inHand
            test.accept(inHand)
            order.append(inHand)
        }
        #expect(order == [urgent, old, young])
    }

    @Test("among queues follows their weights")
    func weights() {
        var test = test { $0.queues[1].weight = 3 }
        test.staff("ann")
        let busy = test.connect()
        let general = test.open("general")
        test.pass(.seconds(20))
        let billing = test.open("billing")
        test.pass(.seconds(9))
        // 29 seconds against 27, then 31 against 33.
        #expect(test.floor.bestContact(for: "ann", at: test.now) == general)
        test.pass(.seconds(2))
        test.send(.complete(busy))
        #expect(test.state(billing) == .offered)
    }

    @Test("is in the end of a queue that nobody has served, however badly another fares")
    func nobodyIsLeftForEver() {
        var test = test { configuration in
            configuration.settings.queueOrder = .serviceLevel
            configuration.queues[1].serviceLevelThreshold = .seconds(5)
            configuration.queues[1].serviceLevelTarget = 0.9
        }
        test.interval = 5
        test.staff("ann")
        var busy = test.connect("billing")
        let left = test.open("general")
        var waiting = [test.open("billing"), test.open("billing")]
        for _ in 0..<20 where test.state(left) == .queued {
            test.pass(.seconds(10))
            test.send(.complete(busy))
            guard test.state(left) == .queued else { break }
            busy = waiting.removeFirst()
            test.accept(busy)
            waiting.append(test.open("billing"))
        }
        #expect(test.state(left) == .offered)
    }

    @Test("is of the queue furthest below its service level, whoever has waited longer")
    func serviceLevel() {
        var test = test { configuration in
            configuration.settings.queueOrder = .serviceLevel
            configuration.queues[1].serviceLevelThreshold = .seconds(5)
            configuration.queues[1].serviceLevelTarget = 0.9
        }
        test.staff("ann")
        var busy = test.connect()
        let late = test.open("billing")
        test.pass(.seconds(6))
        test.send(.complete(busy))
        test.accept(late)
        busy = late
        _ = test.open("general")
        test.pass(.seconds(3))
        let billing = test.open("billing")
        let urgent = test.open("general", priority: 1)
        test.send(.complete(busy))
        #expect(test.state(urgent) == .offered)
        test.accept(urgent)
        test.send(.complete(urgent))
        #expect(test.state(billing) == .offered)
    }

    @Test("is never one of another queue for a reserved agent, until a ring takes reserved agents")
    func reserved() {
        var test = test { configuration in
            configuration.agents[0].reservedFor = "billing"
            var ring = RingConfiguration(after: .seconds(30), relaxation: Relaxation())
            ring.takesReserved = true
            configuration.queues[0].rings = [ring]
        }
        test.staff("ann")
        let general = test.open("general")
        #expect(test.state(general) == .queued)
        #expect(
            test.floor.explain(general, now: test.now)?.agents.first { $0.agent == "ann" }?.unmet == [
                "NOT agent.reserved-for (has 'billing')", "agent.reserved-for == 'general' (has 'billing')",
            ])
        let billing = test.open("billing")
        #expect(test.holder(billing) == "ann")
        test.accept(billing)
        test.pass(.seconds(30))
        test.send(.complete(billing))
        #expect(test.holder(general) == "ann")
    }

    @Test("leaves agents who serve several queues equally long idle, whatever each queue brings")
    func fairIdleTime() {
        var test = test { $0.agents = ["ann", "bob", "cid", "dee"].map { .sample($0, billing: 5) } }
        test.staff("ann", "bob", "cid", "dee")
        test.interval = 50
        var taken: [AgentID: Int] = [:]
        for round in 0..<200 {
            test.now = test.now.advanced(by: .seconds(1))
            let contact = test.connect(round % 5 == 0 ? "billing" : "general")
            if let agent = test.holder(contact) { taken[agent, default: 0] += 1 }
            test.send(.complete(contact))
        }
        #expect(taken.values.sorted() == [50, 50, 50, 50])
    }

    @Test("counts the last 64 contacts of a queue")
    func history() throws {
        var history = ServiceHistory()
        #expect(history.share == nil)
        for _ in 0..<16 { history.add(isWithinThreshold: false) }
        #expect(history.share == 0)
        for _ in 0..<48 { history.add(isWithinThreshold: true) }
        #expect(history.share == 0.75)
        for _ in 0..<16 { history.add(isWithinThreshold: true) }
        #expect(history.share == 1)
        #expect(try ServiceHistory(wireBytes: history.wireBytes()) == history)
    }
}

extension Floor {
    /// The contact that an agent would get if free for calls.
    fileprivate func bestContact(for agent: AgentID, at now: Timestamp) -> ContactID? {
        guard let number = agentNumbers[agent] else { return nil }
        let slot = matching.bestContact(
            for: AgentSlot(Int(number)), on: ChannelSet(.voice), at: now, excluding: { _ in false })
        return slot.map { contacts[$0.index].id }
    }
}
