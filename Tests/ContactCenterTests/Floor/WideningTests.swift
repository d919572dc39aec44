import Testing
import Wire

@testable import ContactCenter

@Suite("Rings")
struct WideningTests {
    private func condition(_ text: String) throws -> Condition { try Condition(parsing: text) }

    @Test("are taken by whichever condition holds first, one behind the other")
    func firstMatch() throws {
        let rings = try [
            RingConfiguration(after: .zero, when: condition("tier == 'gold'"), relaxation: Relaxation(levels: 2)),
            RingConfiguration(after: .seconds(20), when: nil, requirement: Requirement(parsing: "billing >= 2")),
            RingConfiguration(after: .zero, when: condition("waited > 40 OR vip"), requirement: nil),
        ]
        var test = TestFloor(.sample("billing") { $0.rings = rings })
        let plain = test.open("billing")
        let gold = test.open("billing", attributes: Attributes(["tier": .text("gold")]))
        let vip = test.open("billing", attributes: Attributes(["vip": .truth(true)]))
        #expect([plain, gold, vip].map { test.floor.contact($0)?.ring } == [0, 1, 3])
        #expect(test.floor.contact(gold)?.requirement?.text == "billing >= 1")
        test.pass(.seconds(20))
        #expect([plain, gold].map { test.floor.contact($0)?.ring } == [2, 2])
        test.pass(.seconds(20))
        #expect(test.floor.contact(plain)?.ring == 2)
        test.pass(.microseconds(1))
        #expect([plain, gold].map { test.floor.contact($0)?.ring } == [3, 3])
    }

    @Test("are taken within a second of the last agent's signing out")
    func unstaffed() throws {
        let ring = try RingConfiguration(after: .zero, when: condition("staffed == 0"), requirement: nil)
        var test = TestFloor(
            .sample("billing") { queue in
                queue.rings = [ring]
                queue.requirement = try? Requirement(parsing: "billing >= 8")
            })
        test.configure(only("ann", "dee", in: test))
        test.staff("ann", "dee")
        let first = test.connect("billing")
        #expect(test.holder(first) == "ann")
        // Dee serves the queue at its ring only.
        let second = test.open("billing")
        test.pass(.seconds(10))
        #expect(test.state(second) == .queued)
        let explanation = test.floor.explain(second, now: test.now)
        #expect(explanation?.upcoming.first?.text.contains("staffed == 0 (not yet: staffed == 0 (has 1))") == true)
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        #expect(test.holder(second) == "ann")
        test.accept(second)
        let third = test.open("billing")
        test.send(.complete(second))
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .offline, when: .afterContact)))
        test.send(.finishWrapUp(FinishWrapUp(contact: second, disposition: nil)))
        #expect(test.state(third) == .queued)
        test.pass(.seconds(1))
        #expect(test.holder(third) == "dee")
    }

    @Test("count agents of other partitions as staff")
    func elsewhere() throws {
        let ring = try RingConfiguration(after: .zero, when: condition("staffed == 0"), requirement: nil)
        let configuration = CenterConfiguration.sample("billing") { $0.rings = [ring] }
        for isStaffed in [true, false] {
            var floors = TwoFloors()
            for place: UInt16 in [1, 2] {
                floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
            }
            floors.send(.signIn(isStaffed ? "ann" : "dee"), at: 2)
            floors.learn()
            let contact = floors.open("billing")
            // Whether others were lost from sight is told after half a minute.
            floors.pass(.seconds(40))
            floors.pass(.seconds(1))
            #expect(floors.contacts.contact(contact)?.ring == (isStaffed ? 0 : 1))
        }
    }

    private func only(_ agents: AgentID..., in test: TestFloor) -> CenterConfiguration {
        var configuration = test.floor.configuration ?? .sample
        configuration.agents.removeAll { !agents.contains($0.id) }
        return configuration
    }

    @Test("are passed by while nobody is signed in who may serve a contact there")
    func skipped() throws {
        var strict = try RingConfiguration(after: .seconds(10), requirement: Requirement(parsing: "billing >= 7"))
        strict.isSkippedUnstaffed = true
        let wide = RingConfiguration(after: .seconds(60), requirement: nil)
        for isStaffed in [true, false] {
            var test = TestFloor(
                .sample("billing") { queue in
                    queue.requirement = try? Requirement(parsing: "billing >= 10")
                    queue.rings = [strict, wide]
                })
            if isStaffed { test.send(.signIn("ann")) }
            let contact = test.open("billing")
            test.pass(.seconds(9))
            #expect(test.floor.contact(contact)?.ring == 0)
            test.pass(.seconds(1))
            #expect(test.floor.contact(contact)?.ring == (isStaffed ? 1 : 2))
        }
    }

    @Test("raise priority and add sites, and keep what those before them did")
    func widen() throws {
        var configuration = CenterConfiguration.sample("billing") { queue in
            queue.sites = ["fra"]
            var site = RingConfiguration(after: .seconds(5), relaxation: Relaxation(levels: 1))
            site.sites = ["nyc"]
            var raise = RingConfiguration(after: .seconds(10), relaxation: Relaxation())
            raise.raise = 7
            queue.rings = [site, raise]
        }
        configuration.sites.append(SiteConfiguration(id: "nyc", timeZone: "America/New_York"))
        configuration.agents[0].site = "nyc"
        #expect(configuration.problems().isEmpty)
        var test = TestFloor(configuration)
        test.staff("ann")
        let contact = test.open("billing", requirement: "billing >= 6")
        #expect(test.state(contact) == .queued)
        #expect(test.floor.contact(contact)?.requirement?.text == "billing >= 6 AND agent.site IN ('fra')")
        test.pass(.seconds(5))
        #expect(test.holder(contact) == "ann")
        #expect(test.floor.contact(contact)?.requirement?.text == "billing >= 5 AND agent.site IN ('fra', 'nyc')")
        test.send(.reject(test.floor.contact(contact)?.offer ?? ReservationID(rawValue: 0)))
        test.pass(.seconds(5))
        #expect(test.floor.contact(contact)?.priority == 7)
        #expect(test.floor.contact(contact)?.ring == 2)
        let later = test.open("billing", priority: 5)
        #expect(test.floor.explain(later, now: test.now)?.ahead == 1)
    }

    @Test("follow the predicted wait")
    func predictedWait() throws {
        let ring = try RingConfiguration(after: .zero, when: condition("ewt > 100"), requirement: nil)
        var test = TestFloor(
            .sample("billing") { queue in
                queue.requirement = try? Requirement(parsing: "billing >= 8")
                queue.rings = [ring]
            })
        test.configure(only("ann", in: test))
        test.staff("ann")
        let first = test.connect("billing")
        test.pass(.seconds(60))
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        _ = test.connect("billing")
        // A minute for each: who is next expects one, the one behind two.
        let next = test.open("billing")
        let waiting = test.open("billing")
        #expect(test.floor.contact(next)?.ring == 0)
        #expect(test.floor.contact(waiting)?.ring == 1)
        let explanation = test.floor.explain(waiting, now: test.now)
        #expect(explanation?.summary.contains("ring 1 of 1") == true)
    }

    @Test("are looked at less often the more contacts wait")
    func looks() throws {
        let rules = try RingRules([RingConfiguration(after: .zero, when: condition("staffed == 0"), requirement: nil)])
        #expect(rules.nextLook(behind: 0, after: 1_500_000, waiting: 9_999) == 2_000_000)
        #expect(rules.nextLook(behind: 0, after: 1_500_000, waiting: 50_000) == 5_000_000)
        #expect(rules.nextLook(behind: 1, after: 1_500_000, waiting: 1) == nil)
    }

    @Test("of an older journal are read, and newer ones come back as they were")
    func layouts() throws {
        var writer = WireWriter()
        writer.write(Duration.seconds(30))
        writer.write(Optional(try Requirement(parsing: "billing >= 2")))
        var reader = WireReader([1] + writer.bytes)
        let rings = try RingConfiguration.readTimed(from: &reader)
        #expect(
            rings == [RingConfiguration(after: .seconds(30), requirement: try Requirement(parsing: "billing >= 2"))])
        var ring = try RingConfiguration(
            after: .seconds(1), when: condition("ewt > 3"), relaxation: Relaxation(levels: 2, without: ["billing"]))
        (ring.sites, ring.raise, ring.isSkippedUnstaffed, ring.takesReserved) = (["fra"], 4, true, true)
        var queue = QueueConfiguration(id: "q")
        queue.rings = [ring]
        (queue.sites, queue.pointWorth, queue.weight) = (["fra"], .seconds(9), 2.5)
        #expect(try QueueConfiguration(wireBytes: queue.wireBytes()) == queue)
    }
}
