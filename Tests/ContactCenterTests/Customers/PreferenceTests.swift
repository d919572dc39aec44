import ContactCenter
import Testing
import Wire

@Suite("A contact that prefers some agents")
struct PreferenceTests {
    private static func waiting(_ seconds: Int, _ change: (inout CenterConfiguration) -> Void = { _ in })
        -> CenterConfiguration
    {
        var configuration = CenterConfiguration.sample { $0.preferredAgents.wait = .seconds(seconds) }
        change(&configuration)
        return configuration
    }

    @Test("waits for its agent while others are free, and gets the agent as soon as free")
    func waitsForAgent() {
        var test = TestFloor(Self.waiting(30))
        test.staff("ann", "bob")
        let busy = test.open(preferred: "ann")
        test.accept(busy)
        let contact = test.open(preferred: "ann")
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(20))
        #expect(test.state(contact) == .queued)
        test.send(.complete(busy))
        test.send(.finishWrapUp(FinishWrapUp(contact: busy, disposition: nil)))
        #expect(test.holder(contact) == "ann")
    }

    @Test("goes to everybody when its wait is over")
    func over() {
        var test = TestFloor(Self.waiting(30))
        test.staff("ann", "bob")
        test.accept(test.open(preferred: "ann"))
        let contact = test.open(preferred: "ann")
        test.pass(.seconds(29))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(1))
        #expect(test.holder(contact) == "bob")
    }

    @Test("does not wait for an agent who is not signed in, signs out, or turns it down")
    func notWorthIt() {
        var test = TestFloor(Self.waiting(600))
        test.staff("ann", "bob")
        let absent = test.open(preferred: "cid")
        #expect(test.state(absent) == .offered)
        test.send(.end(absent))
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .onBreak)))
        let contact = test.open(preferred: "ann")
        #expect(test.state(contact) == .queued)
        test.send(.signOut("ann"))
        test.pass(.seconds(1))
        #expect(test.holder(contact) == "bob")
        test.send(.end(contact))
        test.staff("ann")
        let rejected = test.open(preferred: "ann")
        #expect(test.holder(rejected) == "ann")
        if let offer = test.floor.contact(rejected)?.offer { test.send(.reject(offer)) }
        #expect(test.holder(rejected) == "bob")
    }

    @Test("waits for those whom a rule chooses, behind its own agent, and then for everybody")
    func chosen() {
        var test = TestFloor(
            Self.waiting(10) { configuration in
                var rule = CustomerRule(name: "vip", when: try? Condition(parsing: "tier == 'gold'"))
                rule.agents = try? Requirement(parsing: "billing >= 4")
                rule.wait = .seconds(20)
                configuration.customers.rules = [rule]
            })
        test.staff("ann", "bob", "dee")
        test.accept(test.open(preferred: "ann"))
        test.accept(test.open(preferred: "bob"))
        let gold = Attributes(["tier": .text("gold")])
        let contact = test.open(attributes: gold, preferred: "ann")
        #expect(test.floor.contact(contact)?.requirement?.text == "agent.id == 'ann'")
        test.pass(.seconds(10))
        #expect(test.floor.contact(contact)?.requirement?.text == "billing >= 4")
        #expect(test.floor.contact(contact)?.attributes["customer.rule"] == .text("vip"))
        test.pass(.seconds(19))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(1))
        #expect(test.holder(contact) == "dee")
    }

    @Test("is taken through the rings of its queue meanwhile, and drops what it prefers when it is queued anew")
    func ringsAndRequeueing() {
        var test = TestFloor(
            Self.waiting(60) { configuration in
                configuration.queues[0].requirement = try? Requirement(parsing: "billing >= 5")
                configuration.queues[0].rings = [
                    RingConfiguration(after: .seconds(5), requirement: try? Requirement(parsing: "billing >= 1"))
                ]
            })
        test.staff("cid", "bob")
        test.send(.setAvailability(SetAvailability(agent: "cid", state: .onBreak)))
        let contact = test.open(preferred: "cid")
        test.pass(.seconds(5))
        #expect(test.holder(contact) == "bob")
        test.send(.end(contact))
        test.send(.setAvailability(SetAvailability(agent: "bob", state: .onBreak)))
        test.staff("ann")
        test.accept(test.open())
        let second = test.open(preferred: "ann")
        #expect(test.floor.contact(second)?.requirement?.text == "billing >= 5 AND agent.id == 'ann'")
        test.send(.requeue(second))
        #expect(test.floor.contact(second)?.requirement?.text == "billing >= 5")
    }

    @Test("is explained: for whom it waits, why, until when, and what follows")
    func explained() throws {
        var test = TestFloor(Self.waiting(30))
        test.staff("ann", "bob")
        test.accept(test.open(preferred: "ann"))
        let contact = test.open(preferred: "ann")
        let explanation = try #require(test.floor.explain(contact, now: test.now))
        let step = try #require(explanation.upcoming.first)
        #expect(step.kind == .preference)
        #expect(step.at == test.now.advanced(by: .seconds(30)))
        #expect(step.text.contains("agent.id == 'ann' (the agent preferred)"))
        #expect(explanation.agents.contains { $0.agent == "bob" && $0.unmet == ["agent.id == 'ann' (has 'bob')"] })
        #expect(try Explanation(wireBytes: explanation.wireBytes()) == explanation)
    }

    @Test("waits for an agent of another partition, and is offered there once that one is free")
    func elsewhere() {
        var floors = TwoFloors(Self.waiting(30))
        floors.staff("ann")
        floors.staff("bob")
        floors.learn()
        let busy = floors.open(preferred: "ann")
        floors.settle()
        if let offer = floors.agents.agent("ann")?.offers.first { floors.send(.accept(offer), at: 2) }
        floors.settle()
        floors.learn()
        let contact = floors.open(preferred: "ann")
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.send(.complete(busy), at: 1)
        floors.send(.finishWrapUp(FinishWrapUp(contact: busy, disposition: nil)), at: 1)
        floors.settle()
        floors.learn()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "ann")
    }
}
