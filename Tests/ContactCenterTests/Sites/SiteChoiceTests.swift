import ContactCenter
import Testing

@Suite("The choice among sites")
struct SiteChoiceTests {
    /// All sites open.
    private func center(_ change: (inout QueueConfiguration) -> Void = { _ in }) -> CenterConfiguration {
        var configuration = CenterConfiguration.sites { queue in
            queue.sites[1].calendar = nil
            change(&queue)
        }
        configuration.sites[0].calendar = nil
        return configuration
    }

    @Test("goes by weight, then by who has more agents free, and says what was compared")
    func weights() throws {
        var test = TestFloor(center { $0.sites[2].weight = 2 })
        test.staff("a1", "b1", "b2", "c1")
        let first = test.open()
        #expect(test.holder(first) == "c1")
        let second = test.open()
        #expect(test.holder(second) == "b1")
        let choice = try #require(test.floor.explain(second, now: test.now)?.choice)
        #expect(choice.chosen == "b")
        #expect(choice.sites.map(\.site) == ["b", "a", "c"])
        #expect(choice.sites.map(\.idle) == [2, 1, 0])
        #expect(choice.sites.last?.obstacle == .busy)
        let waiting = [test.open(), test.open(), test.open()].last
        let table = try #require(test.floor.explain(waiting ?? first, now: test.now)?.choice)
        #expect(table.chosen == nil)
        #expect(table.sites.map(\.obstacle) == [.busy, .busy, .busy])
    }

    @Test("leaves a site that closes before a contact would be handled for the last")
    func closingSoon() {
        var configuration = center()
        configuration.sites[2].calendar = "early"
        var test = TestFloor(configuration)
        test.now = test.now.advanced(by: .seconds(2_700))
        test.staff("c1", "c2", "a1")
        #expect(test.offeredTo() == "a1")
        #expect(test.offeredTo() == "c1")
    }

    @Test("passes by a site that fails the service level")
    func serviceLevel() {
        var test = TestFloor(center())
        test.staff("a1")
        for _ in 0..<4 {
            let contact = test.connect()
            let late = test.open()
            test.pass(.seconds(60))
            test.send(.complete(contact))
            test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))
            test.accept(late)
            test.send(.complete(late))
            test.send(.finishWrapUp(FinishWrapUp(contact: late, disposition: nil)))
        }
        test.staff("b1")
        #expect(test.offeredTo() == "b1")
    }

    @Test("deals out contacts by shares, evenly in any run")
    func shares() {
        var test = TestFloor(
            center { queue in
                queue.sites[0].share = 0.6
                queue.sites[1].share = 0.3
                queue.sites[2].share = 0.1
            })
        test.interval = 100
        test.staff("a1", "b1", "c1")
        var counts: [AgentID: Int] = [:]
        for _ in 0..<200 {
            let contact = test.open()
            counts[test.holder(contact) ?? "nobody", default: 0] += 1
            test.send(.abandon(contact))
        }
        #expect(abs(counts["a1", default: 0] - 120) <= 2)
        #expect(abs(counts["b1", default: 0] - 60) <= 2)
        #expect(abs(counts["c1", default: 0] - 20) <= 2)
    }

    @Test("keeps to what a site may have, of a queue and of all")
    func capacities() {
        var configuration = center { queue in
            queue.sites[0].capacity = 1
            queue.sites[2].weight = 5
        }
        configuration.sites[2].capacity = 1
        var test = TestFloor(configuration)
        test.staff("a1", "a2", "c1", "c2")
        let first = test.open()
        let second = test.open()
        let third = test.open()
        #expect([first, second].map { test.holder($0)?.name.prefix(1) } == ["c", "a"])
        #expect(test.state(third) == .queued)
        #expect(test.floor.explain(third, now: test.now)?.agents.first?.obstacle == .siteFull)
        test.send(.abandon(first))
        #expect(test.holder(third)?.name.prefix(1) == "c")
    }

    @Test("asks the contact where a site has a condition")
    func conditions() throws {
        let gold = try Condition(parsing: "tier == 'gold'")
        var test = TestFloor(
            center { queue in
                queue.sites = ["a", "b"]
                queue.sites[1].condition = gold
            })
        test.staff("b1")
        let plain = test.open()
        #expect(test.state(plain) == .queued)
        let contact = test.open(attributes: Attributes(["tier": .text("gold")]))
        #expect(test.holder(contact) == "b1")
        var wrong = center()
        wrong.queues[0].sites[0].condition = try Condition(parsing: "waited > 5")
        #expect(wrong.problems().map(\.path) == ["queues[0].sites[0].condition"])
    }

    @Test("keeps traffic away from a site that is shifted, and brings it back in steps")
    func shifts() {
        var test = TestFloor(center { $0.sites = ["a", "b"] })
        test.interval = 50
        test.staff("a1", "b1")
        let ringing = test.open()
        #expect(test.holder(ringing) == "a1")
        let away = ShiftSite(site: "a", share: 0, reason: "Flood")
        #expect(test.send(.shiftSite(away)) == .done(.configured(version: 2)))
        #expect(test.holder(ringing) == "b1")
        test.send(.abandon(ringing))
        func share(of agent: AgentID) -> Int {
            (0..<100).count { _ in
                let contact = test.open()
                defer { test.send(.abandon(contact)) }
                return test.holder(contact) == agent
            }
        }
        #expect(share(of: "a1") == 0)
        test.send(.shiftSite(ShiftSite(site: "a", share: 0.25, reason: "Back in part")))
        test.configure(center { $0.sites = ["a", "b"] })
        test.send(.setAvailability(SetAvailability(agent: "b1", state: .onBreak)))
        #expect(abs(share(of: "a1") - 25) <= 2)
        test.send(.shiftSite(ShiftSite(site: "a", share: 1, reason: "")))
        #expect(share(of: "a1") == 100)
        #expect(test.refusal(test.send(.shiftSite(ShiftSite(site: "a", share: 1, reason: "")))) == .wrongState)
    }

    @Test("that is kept from all its sites is noted, and nobody is advised to end it")
    func findings() {
        var test = TestFloor(center { $0.sites = ["a", "b"] })
        let contact = test.open()
        for site: SiteID in ["a", "b"] {
            test.send(.shiftSite(ShiftSite(site: site, share: 0, reason: "Flood")))
        }
        let findings = test.floor.findings(now: test.now).filter { $0.subject == .contact(contact) }
        #expect(findings.map(\.severity) == [.note])
        #expect(findings.allSatisfy { $0.repair == nil })
    }

    @Test("asks the partition that shows somebody at the best site")
    func betweenPartitions() {
        var floors = TwoFloors()
        let configuration = center { $0.sites[1].weight = 3 }
        for place: UInt16 in [1, 2] {
            floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
        }
        floors.send(.signIn("a1"), at: 1)
        floors.send(.attachStream("a1", incarnation: 1), at: 1)
        floors.send(.setAvailability(SetAvailability(agent: "a1", state: .available)), at: 1)
        floors.staff("b1")
        floors.learn()
        let contact = floors.open()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "b1")
        #expect(floors.contacts.explain(contact, now: floors.now)?.choice?.chosen == "b")
    }
}
