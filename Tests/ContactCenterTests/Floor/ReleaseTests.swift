import ContactCenter
import Testing

@Suite("What is new to an agent")
struct ReleaseTests {
    private static func configuration(_ agent: Int, _ releases: [Release]) -> CenterConfiguration {
        var configuration = CenterConfiguration.sample
        configuration.agents[agent].releases = releases
        return configuration
    }

    @Test("comes to them in exactly their share of a thousand contacts, evenly spread")
    func share() {
        var test = TestFloor(Self.configuration(3, [Release(.channel(.chat), thousandths: 200)]))
        test.interval = 200
        test.staff("dee")
        var counts: [Int] = []
        for _ in 0..<20 {
            var count = 0
            for _ in 0..<50 {
                let contact = test.open("general", .chat)
                if test.holder(contact) == "dee" { count += 1 }
                test.send(.end(contact))
            }
            counts.append(count)
        }
        #expect(counts.reduce(0, +) == 200)
        #expect(counts.allSatisfy { (9...11).contains($0) }, "\(counts)")
        #expect(test.offeredTo("general", .voice) == "dee")
    }

    @Test("by a skill holds for contacts that ask for it, and others take the rest")
    func skill() {
        var test = TestFloor(Self.configuration(0, [Release(.skill("billing"), thousandths: 500)]))
        test.interval = 50
        test.staff("ann")
        var waiting: [ContactID] = []
        for _ in 0..<100 {
            let contact = test.open("billing")
            guard test.holder(contact) == "ann" else {
                waiting.append(contact)
                continue
            }
            test.send(.end(contact))
        }
        #expect((49...51).contains(waiting.count))
        let considered = test.floor.explain(waiting[0], now: test.now)?.agents.first { $0.agent == "ann" }
        #expect(considered?.obstacle == .notReleased)
        #expect(
            considered?.text
                == "ann is new to what it takes and gets 50% of contacts that ask for billing; it is none of them.")
        #expect(test.offeredTo() == "ann")
        test.staff("bob")
        #expect(test.holder(waiting[0]) == "bob")
    }

    @Test("is theirs without bound at a ring that takes reserved agents")
    func ring() {
        var configuration = Self.configuration(3, [Release(.channel(.chat), thousandths: 1)])
        configuration.queues[0].rings = [RingConfiguration(after: .seconds(30), relaxation: Relaxation())]
        configuration.queues[0].rings[0].takesReserved = true
        var test = TestFloor(configuration)
        test.staff("dee")
        let waiting = test.open("general", .chat)
        #expect(test.state(waiting) == .queued)
        test.pass(.seconds(30))
        #expect(test.holder(waiting) == "dee")
    }

    @Test(
        "is something that they have",
        arguments: [
            (Release(.channel(.sms), thousandths: 10), "which is not in capacity profile `standard`"),
            (Release(.skill("biling"), thousandths: 10), "did you mean `billing`?"),
            (Release(.skill("billing"), thousandths: 1_000), "must be from 1 to 999"),
        ])
    func mistakes(release: Release, message: String) {
        let problems = Self.configuration(0, [release]).problems().map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }
}
