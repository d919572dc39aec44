import ContactCenter
import Testing

@Suite("A configuration put into force")
struct LiveConfigurationTests {
    @Test("takes effect at once, and keeps what is under way")
    func live() {
        var test = TestFloor()
        test.staff("ann")
        let talking = test.connect()
        let waiting = test.open("billing", requirement: "billing >= 9")
        var configuration = CenterConfiguration.sample
        configuration.agents.insert(.sample("zoe", billing: 9), at: 0)
        configuration.queues.reverse()
        test.configure(configuration)
        #expect(test.floor.configurationVersion == 2)
        #expect(test.holder(talking) == "ann")
        #expect(test.floor.queues(now: test.now).map(\.id) == ["billing", "general"])
        test.staff("zoe")
        #expect(test.holder(waiting) == "zoe")
        #expect(test.floor.configurationHistory.map(\.version) == [1, 2])
    }

    @Test("cannot leave out what is in use, and says so")
    func removal() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.connect("billing")
        var configuration = CenterConfiguration.sample
        configuration.queues.removeAll { $0.id == "billing" }
        configuration.agents.removeAll { $0.queues != nil }
        let wish = Command.Body.configure(Configure(configuration: configuration, source: ""))
        guard case .refused(let refusal) = test.send(wish) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == .wrongState)
        #expect(refusal.message.contains("billing"))
        test.send(.end(contact))
        #expect(test.send(wish) == .done(.configured(version: 2)))
        #expect(test.floor.queue("billing", now: test.now) == nil)
        #expect(test.floor.contact(contact)?.queue == "billing")
        test.configure(.sample)
        #expect(test.floor.queue("billing", now: test.now)?.figures.answered == 1)
        configuration = .sample
        configuration.agents.removeAll { $0.id == "ann" }
        test.configure(configuration)
        #expect(test.floor.agent("ann") == nil)
        #expect(test.floor.contact(contact)?.agent == "ann")
        test.pass(.seconds(120))
        test.configure(.sample)
        #expect(test.floor.agent("ann")?.availability == .offline)
    }

    @Test("replaces the version that it was made for")
    func conflict() {
        var test = TestFloor()
        let wish = Command.Body.configure(Configure(configuration: .sample, source: "", replacing: 7))
        #expect(test.refusal(test.send(wish)) == .conflict)
    }

    @Test("is kept for the last twenty versions")
    func history() {
        var test = TestFloor()
        for _ in 0..<30 { test.configure(.sample) }
        #expect(test.floor.configurationHistory.map(\.version) == Array(12...31))
    }
}
