import ContactCenter
import Testing

@Suite("A contact that is interrupted")
struct InterruptionTests {
    @Test("is seen as such until what interrupts it has left the agent's hands, and then goes on")
    func interruption() {
        var test = TestFloor()
        test.staff("ann")
        let email = test.connect("general", .email)
        let call = test.connect("general", .voice)
        #expect(test.floor.agent("ann")?.interrupted == [email])
        #expect(shown(to: "ann", in: test) == [email])
        let explained = test.floor.explain(email, now: test.now)?.summary
        #expect(explained?.hasSuffix("is interrupted by contact \(call).") == true)
        #expect(test.floor.explain(call, now: test.now)?.summary.contains("interrupted") == false)
        test.send(.complete(call))
        #expect(test.floor.agent("ann")?.interrupted == [email])
        test.send(.finishWrapUp(FinishWrapUp(contact: call, disposition: nil)))
        #expect(test.floor.agent("ann")?.interrupted == [])
        #expect(shown(to: "ann", in: test) == [])
        #expect(test.state(email) == .connected)
        #expect(test.holder(email) == "ann")
    }

    @Test("is so when the call is taken from the agent, too")
    func requeued() {
        var test = TestFloor()
        test.staff("ann")
        let email = test.connect("general", .email)
        let call = test.connect("general", .voice)
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .onBreak)))
        test.send(.requeue(call))
        #expect(test.floor.agent("ann")?.interrupted == [])
        #expect(shown(to: "ann", in: test) == [])
        #expect(test.state(email) == .connected)
    }

    /// What the last command showed an agent of what is interrupted; nil when it showed nothing.
    private func shown(to agent: AgentID, in test: TestFloor) -> [ContactID]? {
        for case .agentChanged(let view) in test.told(agent).reversed() { return view.interrupted }
        return nil
    }
}
