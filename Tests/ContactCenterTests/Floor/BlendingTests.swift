import ContactCenter
import Testing
import Wire

@Suite("A queue that goes behind another")
struct BlendingTests {
    /// General goes behind billing, which ann, bob and eve serve.
    private static func configuration(
        _ blending: Blending, _ change: (inout QueueConfiguration) -> Void = { _ in }
    ) -> CenterConfiguration {
        .sample { queue in
            queue.blending = blending
            change(&queue)
        }
    }

    private func candidate(_ agent: AgentID, for contact: ContactID, in test: TestFloor) -> ConsideredAgent? {
        test.floor.explain(contact, now: test.now)?.agents.first { $0.agent == agent }
    }

    @Test("gets the other's agents only while enough of them are idle, and agents of its own at any time")
    func idle() {
        var test = TestFloor(Self.configuration(Blending(behind: ["billing"], idle: 1)))
        test.staff("ann", "bob")
        #expect(test.offeredTo() == "ann")
        let waiting = test.open()
        #expect(test.state(waiting) == .queued)
        #expect(candidate("bob", for: waiting, in: test)?.obstacle == .heldBack)
        #expect(
            candidate("bob", for: waiting, in: test)?.text
                == "bob is kept for queue billing, which is to have more than 1 idle and has 1.")
        test.staff("cid")
        #expect(test.holder(waiting) == "cid")
        let next = test.open()
        #expect(test.state(next) == .queued)
        test.staff("eve")
        #expect(test.holder(next) == "bob")
        #expect(test.offeredTo("billing") == "eve")
    }

    @Test("gets agents again as soon as one becomes idle who does not serve it")
    func reopened() {
        var test = TestFloor(Self.configuration(Blending(idle: 1)))
        test.staff("eve", "bob")
        let billing = test.connect("billing")
        #expect(test.holder(billing) == "eve")
        let first = test.open()
        let second = test.open()
        #expect(test.state(first) == .queued)
        test.send(.complete(billing))
        test.send(.finishWrapUp(FinishWrapUp(contact: billing, disposition: nil)))
        #expect(test.holder(first) == "bob")
        #expect(test.state(second) == .queued)
    }

    @Test("gets the other's agents only while it keeps its service level")
    func serviceLevel() {
        var test = TestFloor(Self.configuration(Blending(behind: ["billing"], keepsServiceLevel: true)))
        let late = test.open("billing")
        test.pass(.seconds(30))
        test.staff("ann")
        finish(late, in: &test)
        let waiting = test.open()
        #expect(
            candidate("ann", for: waiting, in: test)?.text
                == "ann is kept for queue billing, which is below its service level.")
        for _ in 0..<4 {
            #expect(test.state(waiting) == .queued)
            finish(test.open("billing"), in: &test)
        }
        #expect(test.holder(waiting) == "ann")
    }

    @Test("gets whoever is free at a ring that takes reserved agents")
    func ring() {
        var test = TestFloor(
            Self.configuration(Blending(behind: ["billing"], idle: 3)) { queue in
                queue.rings = [RingConfiguration(after: .seconds(30), relaxation: Relaxation())]
                queue.rings[0].takesReserved = true
            })
        test.staff("ann")
        let waiting = test.open()
        #expect(test.state(waiting) == .queued)
        test.pass(.seconds(30))
        #expect(test.holder(waiting) == "ann")
    }

    @Test("leaves another partition's agents to the other, too: nobody asks for them, and they claim nothing")
    func elsewhere() {
        var floors = TwoFloors(Self.configuration(Blending(behind: ["billing"], idle: 1)))
        let waiting = floors.open()
        floors.learn()
        floors.staff("ann")
        floors.learn()
        #expect(floors.letters.values.allSatisfy { $0.isEmpty })
        #expect(floors.agents.summary().heldBack.map(\.queue) == [0])
        #expect((try? FloorSummary(wireBytes: floors.agents.summary().wireBytes())) == floors.agents.summary())
        floors.staff("eve")
        floors.learn()
        floors.settle()
        #expect(floors.contacts.contact(waiting)?.agent == "ann")
    }

    @Test(
        "goes behind queues that are there and go behind nothing themselves",
        arguments: [
            (Blending(behind: ["billing"]), "whatever they have left"),
            (Blending(behind: ["biling"], idle: 1), "did you mean `billing`?"),
            (Blending(behind: ["general"], idle: 1), "goes behind others itself"),
            (Blending(behind: ["billing"], idle: -1), "number of idle agents must be from 0"),
        ])
    func mistakes(blending: Blending, message: String) {
        let problems = Self.configuration(blending).problems().map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    private func finish(_ contact: ContactID, in test: inout TestFloor) {
        test.accept(contact)
        test.send(.complete(contact))
        test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))
    }
}
