import ContactCenter
import Testing
import Wire

@Suite("Idle time")
struct FairIdleTimeTests {
    @Test("counts across queues: who has just had a contact of one queue comes last in every queue")
    func order() {
        var test = TestFloor()
        test.staff("ann", "bob")
        let first = test.connect("general")
        #expect(test.holder(first) == "ann")
        finish(first, in: &test)
        #expect(test.offeredTo("billing") == "bob")
        #expect(test.offeredTo("billing") == "ann")
    }

    @Test("is shared alike by agents of several queues, however unevenly these are visited", arguments: 1...3)
    func shares(seed: UInt64) {
        var configuration = CenterConfiguration.sample
        configuration.agents = ["ann", "bob", "cid", "dee"].map { .sample($0, billing: 5) }
        configuration.settings.wrapUpLimit = .zero
        configuration.settings.endedRetention = .seconds(1)
        configuration.settings.commandWindow = .seconds(10)
        var test = TestFloor(configuration, seed: seed)
        test.interval = 500
        let agents = configuration.agents.map(\.id)
        test.staff("ann", "bob", "cid", "dee")
        let start = test.now
        var busy: [AgentID: Double] = [:]
        var ends: [(at: Timestamp, contact: ContactID)] = []
        for _ in 0..<2_000 {
            let arrival = test.now.advanced(by: .milliseconds(Int64(test.random.below(3_000))))
            while let next = ends.min(by: { $0.at < $1.at }), next.at <= arrival {
                ends.removeAll { $0.contact == next.contact }
                test.pass(test.now.duration(to: next.at))
                test.send(.complete(next.contact))
            }
            test.pass(test.now.duration(to: arrival))
            let contact = test.open(test.random.below(10) == 0 ? "billing" : "general")
            guard let agent = test.holder(contact) else {
                test.send(.end(contact))
                continue
            }
            test.accept(contact)
            let handling = Duration.milliseconds(Int64(test.random.below(6_000)))
            busy[agent, default: 0] += handling.inSeconds
            ends.append((test.now.advanced(by: handling), contact))
        }
        let whole = start.duration(to: test.now).inSeconds
        let idle = agents.map { 1 - busy[$0, default: 0] / whole }
        let mean = idle.reduce(0, +) / Double(idle.count)
        #expect(idle.allSatisfy { abs($0 - mean) < 0.05 * mean }, "\(idle)")
    }

    private func finish(_ contact: ContactID, in test: inout TestFloor) {
        test.send(.complete(contact))
        test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))
    }
}
