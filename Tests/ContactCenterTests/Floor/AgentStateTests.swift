import ContactCenter
import Testing

@Suite("An agent's state")
struct AgentStateTests {
    @Test("needs signing in, availability and a stream before anything is offered")
    func steps() {
        var test = TestFloor()
        let contact = test.open()
        #expect(
            test.refusal(test.send(.setAvailability(SetAvailability(agent: "ann", state: .available)))) == .wrongState)
        test.send(.signIn("ann"))
        #expect(test.floor.agent("ann")?.availability == .onBreak)
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .available)))
        #expect(test.state(contact) == .queued)
        test.send(.attachStream("ann", incarnation: 7))
        #expect(test.holder(contact) == "ann")
    }

    @Test("is set not ready after so many offers without an answer, and counts from anew after one")
    func unanswered() {
        var configuration = CenterConfiguration.sample
        configuration.settings.unansweredLimit = 2
        var test = TestFloor(configuration)
        test.staff("ann")
        let contact = test.open()
        test.pass(.seconds(20))
        #expect(test.floor.agent("ann")?.unanswered == 1)
        test.pass(.seconds(10))
        #expect(test.holder(contact) == "ann")
        test.accept(contact)
        #expect(test.floor.agent("ann")?.unanswered == 0)
        test.send(.requeue(contact))
        test.pass(.seconds(60))
        #expect(test.floor.agent("ann")?.availability == .notReady("no-answer"))
        #expect(test.state(contact) == .queued)
        #expect(test.floor.findings(now: test.now).contains { $0.subject == .agent("ann") })
    }

    @Test("changes after the present contact when that is wished for, and nothing more is offered until then")
    func next() {
        var test = TestFloor()
        test.staff("ann")
        let chat = test.connect("general", .chat)
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .notReady("lunch"), when: .afterContact)))
        #expect(test.floor.agent("ann")?.next == .notReady("lunch"))
        let waiting = test.open("general", .chat)
        #expect(test.state(waiting) == .queued)
        test.send(.complete(chat))
        test.send(.finishWrapUp(FinishWrapUp(contact: chat, disposition: nil)))
        #expect(test.floor.agent("ann")?.availability == .notReady("lunch"))
        #expect(test.floor.agent("ann")?.next == nil)
        #expect(test.state(waiting) == .queued)
    }

    @Test("knows only the configured reasons")
    func reasons() {
        var test = TestFloor()
        test.staff("ann")
        #expect(
            test.refusal(test.send(.setAvailability(SetAvailability(agent: "ann", state: .notReady("nap")))))
                == .notFound)
    }

    @Test("keeps to the capacity of each channel, its exclusions and its interruptions")
    func capacity() {
        var test = TestFloor()
        test.staff("ann")
        let mails = [test.connect("general", .email), test.connect("general", .email)]
        #expect(test.offeredTo("general", .email) == nil)
        let call = test.open()
        #expect(test.state(call) == .offered, "a call interrupts mails")
        test.accept(call)
        #expect(test.offeredTo("general", .chat) == nil, "a call excludes chats")
        test.send(.complete(mails[0]))
        test.send(.finishWrapUp(FinishWrapUp(contact: mails[0], disposition: nil)))
        #expect(test.floor.queue("general", now: test.now)?.waiting == 2, "a mail does not interrupt a call")
    }

    @Test("may have limits of their own")
    func override() {
        var test = TestFloor()
        test.staff("ann")
        for _ in 0..<3 { _ = test.connect("general", .chat) }
        let fourth = test.open("general", .chat)
        #expect(test.state(fourth) == .queued)
        test.send(.setCapacity(SetCapacity(agent: "ann", maximum: [.chat: 4])))
        #expect(test.holder(fourth) == "ann")
        #expect(test.refusal(test.send(.setCapacity(SetCapacity(agent: "ann", maximum: [.chat: 101])))) == .invalid)
    }

    @Test("cannot sign out with contacts in hand, and loses open offers when signing out")
    func signOut() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.open()
        test.send(.signOut("ann"))
        #expect(test.state(contact) == .queued)
        #expect(test.floor.agent("ann")?.availability == .offline)
        test.staff("ann")
        test.accept(contact)
        #expect(test.refusal(test.send(.signOut("ann"))) == .wrongState)
        #expect(test.floor.agent("ann")?.availability == .available)
    }

    @Test("without a stream is offered nothing, keeps contacts, and loses open offers after the grace")
    func streams() {
        var test = TestFloor()
        test.staff("ann")
        let talking = test.connect("general", .chat)
        let ringing = test.open("general", .chat)
        test.send(.detachStream("ann", incarnation: 9))
        #expect(test.floor.agent("ann")?.isReachable == true, "a stale detach is ignored")
        test.send(.detachStream("ann", incarnation: 1))
        #expect(test.offeredTo("general", .chat) == nil)
        test.pass(.seconds(4))
        #expect(test.state(ringing) == .offered)
        test.pass(.seconds(1))
        #expect(test.state(ringing) == .queued)
        #expect(test.state(talking) == .connected)
        test.send(.attachStream("ann", incarnation: 2))
        #expect(test.state(ringing) == .offered)
        test.send(.detachStream("ann", incarnation: 2))
        test.pass(.seconds(3))
        test.send(.attachStream("ann", incarnation: 3))
        test.pass(.seconds(10))
        #expect(test.state(ringing) == .offered, "re-attached in time")
    }

    @Test("gets the longest idle first")
    func longestIdle() {
        var test = TestFloor()
        test.staff("bob", "ann", "cid")
        let first = test.connect()
        #expect(test.holder(first) == "bob")
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        #expect(test.offeredTo() == "ann")
        #expect(test.offeredTo() == "cid")
        #expect(test.offeredTo() == "bob")
    }

    @Test(
        "is chosen by the order of the queue",
        arguments: [
            (AgentOrder.mostSkilled, AgentID("ann")), (.roundRobin, AgentID("ann")), (.leastOccupied, AgentID("bob")),
        ])
    func orders(order: AgentOrder, expected: AgentID) {
        var test = TestFloor(.sample("billing") { $0.order = order })
        test.staff("bob", "eve", "ann")
        #expect(test.offeredTo("billing") == expected)
    }

    @Test("is counted in the queues they serve")
    func counts() {
        var test = TestFloor()
        test.staff("dee", "eve")
        #expect(test.floor.queue("general", now: test.now)?.staffed == 1)
        #expect(test.floor.queue("billing", now: test.now)?.staffed == 1)
        _ = test.open("general")
        #expect(test.floor.queue("general", now: test.now)?.idle == 0)
        #expect(test.floor.queue("billing", now: test.now)?.idle == 1)
        #expect(test.floor.figures.agentsSignedIn == 2)
    }
}
