import ContactCenter
import Testing
import Wire

@Suite("An explanation")
struct ExplanationTests {
    @Test("says for every agent what keeps them from the contact, and what happens next")
    func obstacles() {
        var test = TestFloor(
            .sample("billing") { queue in
                queue.maximumWait = .seconds(90)
                queue.rings = [RingConfiguration(after: .seconds(30), requirement: nil)]
            })
        test.staff("ann", "dee")
        _ = test.connect("billing")
        test.send(.signIn("bob"))
        let contact = test.open("billing")
        guard let explanation = test.floor.explain(contact, now: test.now) else {
            Issue.record("no explanation")
            return
        }
        func obstacle(_ agent: AgentID) -> Obstacle? { explanation.agents.first { $0.agent == agent }?.obstacle }
        #expect(obstacle("ann") == .noCapacity)
        #expect(obstacle("bob") == .onBreak)
        #expect(obstacle("cid") == .unmetRequirement)
        #expect(obstacle("eve") == .offline)
        #expect(explanation.agents.first { $0.agent == "cid" }?.unmet == ["billing >= 3 (has 1)"])
        #expect(explanation.upcoming.map(\.kind) == [.ring, .maximumWait])
        #expect(explanation.ahead == 0)
        #expect(explanation.summary.contains("billing"))
        #expect((try? Explanation(wireBytes: explanation.wireBytes())) == explanation)
        test.pass(.seconds(30))
        #expect(test.holder(contact) == "dee")
        #expect(test.floor.explain(contact, now: test.now)?.upcoming.first?.kind == .offerDeadline)
    }

    @Test("finds contacts that nobody may serve")
    func findings() {
        var test = TestFloor()
        let contact = test.open(requirement: "billing >= 10")
        let findings = test.floor.findings(now: test.now)
        #expect(findings.contains { $0.subject == .contact(contact) && $0.repair == .end(contact) })
        #expect(findings.contains { $0.subject == .queue("general") })
        test.send(.end(contact))
        #expect(test.floor.findings(now: test.now).isEmpty)
    }
}
