import ContactCenter
import Testing

@Suite("A contact's life")
struct ContactLifeTests {
    @Test("goes from offered through connected and held to wrap-up and its end")
    func wholeLife() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.open()
        #expect(test.state(contact) == .offered)
        #expect(test.holder(contact) == "ann")
        guard case .offered(let offer)? = test.told("ann").first else {
            Issue.record("ann is not told")
            return
        }
        #expect(offer.contact == contact)
        #expect(test.floor.offer(offer.id) == offer)
        #expect(test.floor.outstanding() == [Directive(.agent("ann"), .offered(offer))])
        test.pass(.seconds(5))
        #expect(test.send(.accept(offer.id)) == .done(.nothing))
        #expect(test.state(contact) == .connected)
        #expect(test.floor.outstanding().isEmpty)
        test.send(.hold(contact))
        #expect(test.state(contact) == .held)
        test.send(.resume(contact))
        test.pass(.seconds(60))
        test.send(.complete(contact))
        #expect(test.state(contact) == .wrapUp)
        #expect(test.floor.agent("ann")?.work == .wrapUp)
        test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))
        #expect(test.state(contact) == .ended)
        #expect(test.floor.contact(contact)?.endReason == .completed)
        let figures = test.floor.queue("general", now: test.now)?.figures
        #expect(figures?.opened == 1)
        #expect(figures?.answered == 1)
        #expect(figures?.answeredWithinThreshold == 1)
        #expect(figures?.answeredWait == .seconds(5))
        #expect(figures?.completed == 1)
        #expect(figures?.handleTime == .seconds(60))
        test.pass(.seconds(120))
        #expect(test.floor.contact(contact) == nil)
        #expect(test.floor.figures.sessions == 0)
        #expect(test.floor.nextDeadline == nil)
    }

    @Test("waits in order of priority, then age, and a freed agent takes the first at once")
    func order() {
        var test = TestFloor()
        test.staff("ann")
        let first = test.connect()
        let second = test.open()
        test.pass(.seconds(1))
        let third = test.open(priority: 5)
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        #expect(test.state(third) == .offered)
        #expect(test.state(second) == .queued)
        #expect(test.floor.queue("general", now: test.now)?.waiting == 1)
        #expect(test.floor.queue("general", now: test.now)?.oldest == test.floor.contact(second)?.enqueuedAt)
    }

    @Test("abandons before the answer, and goes to wrap-up when the customer hangs up")
    func abandon() {
        var test = TestFloor()
        let waiting = test.open()
        test.pass(.seconds(30))
        test.send(.abandon(waiting))
        #expect(test.floor.contact(waiting)?.endReason == .abandoned)
        #expect(test.refusal(test.send(.abandon(waiting))) == .wrongState)
        test.staff("ann")
        let ringing = test.open()
        test.send(.abandon(ringing))
        #expect(
            test.told("ann").contains { notice in
                if case .offerEnded(_, _, _, .rescinded) = notice { true } else { false }
            })
        let talking = test.connect()
        test.send(.abandon(talking))
        #expect(test.state(talking) == .wrapUp)
        let figures = test.floor.queue("general", now: test.now)?.figures
        #expect(figures?.abandoned == 2)
        #expect(figures?.abandonedWithinThreshold == 1)
    }

    @Test("keeps its enqueue time when an offer is rejected, and goes to somebody else")
    func reject() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.open()
        let enqueuedAt = test.floor.contact(contact)?.enqueuedAt
        test.pass(.seconds(3))
        test.staff("bob")
        guard let offer = test.floor.contact(contact)?.offer else { return }
        test.send(.reject(offer))
        #expect(test.holder(contact) == "bob")
        #expect(test.floor.contact(contact)?.enqueuedAt == enqueuedAt)
        #expect(test.refusal(test.send(.accept(offer))) == .wrongState)
    }

    @Test("comes back to the only agent after a while, not at once")
    func onlyAgentRejects() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.open()
        guard let offer = test.floor.contact(contact)?.offer else { return }
        test.send(.reject(offer))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(9))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(1))
        #expect(test.holder(contact) == "ann")
    }

    @Test("ends by itself when wrap-up has a limit, and at once where there is none")
    func wrapUpLimit() {
        var test = TestFloor(.sample { $0.wrapUpLimit = .seconds(15) })
        test.staff("ann")
        let contact = test.connect()
        test.send(.complete(contact))
        test.pass(.seconds(14))
        #expect(test.state(contact) == .wrapUp)
        test.pass(.seconds(1))
        #expect(test.floor.contact(contact)?.endReason == .completed)

        var other = TestFloor(.sample { $0.wrapUpLimit = .zero })
        other.staff("ann")
        let short = other.connect()
        other.send(.complete(short))
        #expect(other.state(short) == .ended)
    }

    @Test("needs one of the configured dispositions")
    func dispositions() {
        var configuration = CenterConfiguration.sample
        configuration.dispositions = [DispositionConfiguration(code: "solved")]
        var test = TestFloor(configuration)
        test.staff("ann")
        let contact = test.connect()
        test.send(.complete(contact))
        #expect(
            test.refusal(test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)))) == .invalid)
        #expect(
            test.refusal(test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: "lost")))) == .notFound)
        test.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: "solved")))
        #expect(test.floor.contact(contact)?.disposition == "solved")
    }

    @Test("ends when it waited too long, with and without staff")
    func maximumWait() {
        var test = TestFloor(
            .sample { queue in
                queue.maximumWait = .seconds(60)
                queue.maximumWaitUnstaffed = .seconds(20)
            })
        let first = test.open()
        test.pass(.seconds(19))
        #expect(test.state(first) == .queued)
        test.pass(.seconds(1))
        #expect(test.floor.contact(first)?.endReason == .timedOut)
        test.send(.signIn("ann"))
        let second = test.open()
        test.pass(.seconds(59))
        #expect(test.state(second) == .queued)
        test.send(.signOut("ann"))
        test.pass(.seconds(0))
        #expect(test.floor.contact(second)?.endReason == .timedOut)
        #expect(test.floor.queue("general", now: test.now)?.figures.timedOut == 2)
    }

    @Test("asks for less after a while")
    func rings() {
        var test = TestFloor(
            .sample("billing") { queue in
                queue.rings = [RingConfiguration(after: .seconds(10), requirement: nil)]
            })
        test.staff("dee")
        let contact = test.open("billing")
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(10))
        #expect(test.holder(contact) == "dee")
        #expect(test.floor.contact(contact)?.ring == 1)
    }

    @Test("goes to its preferred agent if they are free, and to another if not")
    func preferred() {
        var test = TestFloor()
        test.staff("ann", "bob", "cid")
        #expect(test.offeredTo(preferred: "cid") == "cid")
        #expect(test.offeredTo(preferred: "cid") == "ann")
        #expect(
            test.refusal(
                test.send(
                    .openContact(
                        OpenContact(
                            channel: .voice, queue: "general", preferredAgent: "zoe")))) == .notFound)
    }

    @Test("looks again when its attributes change while it waits")
    func attributes() {
        var test = TestFloor()
        test.staff("dee")
        let contact = test.open(requirement: "billing >= 3 OR tier == 'free'")
        #expect(test.state(contact) == .queued)
        test.send(.updateAttributes(UpdateAttributes(contact: contact, set: Attributes(["tier": .text("free")]))))
        #expect(test.holder(contact) == "dee")
        #expect(test.floor.contact(contact)?.attributes["tier"] == .text("free"))
    }

    @Test("is queued again or ended by an administrator from any state")
    func administrator() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.connect()
        test.staff("bob")
        test.send(.requeue(contact))
        #expect(test.holder(contact) == "bob")
        #expect(test.floor.agent("ann")?.work == .idle)
        test.send(.end(contact))
        #expect(test.floor.contact(contact)?.endReason == .ended)
        #expect(test.floor.agent("bob")?.work == .idle)
        #expect(test.refusal(test.send(.requeue(contact))) == .wrongState)
    }

    @Test("continues a session that is known")
    func session() {
        var test = TestFloor()
        let first = test.open()
        guard let session = test.floor.contact(first)?.session else { return }
        let result = test.send(.openContact(OpenContact(channel: .chat, queue: "general", session: session)))
        guard case .done(.opened(_, session)) = result else {
            Issue.record("\(result)")
            return
        }
        let unknown = SessionID(partition: 3, count: 99)
        #expect(
            test.refusal(test.send(.openContact(OpenContact(channel: .chat, queue: "general", session: unknown))))
                == .notFound)
    }
}
