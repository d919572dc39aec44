import ContactCenter
import Testing

@Suite("Sites that open and close")
struct SiteHoursTests {
    /// Until a queue's site b opens, site a closes, and b closes.
    private let untilLate = Duration.seconds(1_000)
    private let untilEnd = Duration.seconds(2_800)

    @Test("get what waits at the very instant at which they open")
    func opening() {
        var test = TestFloor(.sites())
        test.staff("b1")
        let contact = test.open()
        #expect(test.state(contact) == .queued)
        #expect(test.floor.explain(contact, now: test.now)?.agents.first?.obstacle == .siteClosed)
        test.pass(untilLate - .seconds(1))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(1))
        #expect(test.holder(contact) == "b1")
    }

    @Test("lose what they are offered when they close, and hand over what waits to those that are open")
    func closing() {
        var test = TestFloor(.sites { $0.offerTimeout = .seconds(3_000) })
        test.staff("a1", "a2", "b1")
        let answered = test.connect()
        let ringing = test.open()
        let waiting = test.open()
        #expect(test.holder(ringing) == "a2")
        test.pass(untilLate)
        #expect(test.holder(waiting) == "b1")
        test.pass(untilEnd - untilLate)
        // What was answered goes on; nothing that comes to an end is followed by anything new.
        #expect(test.state(answered) == .connected)
        #expect(test.state(ringing) == .queued)
        test.send(.complete(answered))
        test.send(.finishWrapUp(FinishWrapUp(contact: answered, disposition: nil)))
        #expect(test.floor.agent("a1")?.work == .idle)
        #expect(test.state(ringing) == .queued)
        test.accept(waiting)
        test.send(.complete(waiting))
        test.send(.finishWrapUp(FinishWrapUp(contact: waiting, disposition: nil)))
        #expect(test.holder(ringing) == "b1")
        test.pass(.seconds(1_800))
        #expect(test.state(ringing) == .queued)
        let steps = test.floor.explain(ringing, now: test.now)?.upcoming.map(\.text) ?? []
        #expect(steps.contains("Site a opens."))
    }

    @Test("have nobody for a queue before they open, whoever is there", arguments: [JoinWhenEmpty.staffed, .available])
    func staffing(join: JoinWhenEmpty) {
        var test = TestFloor(.sites { $0.joinWhenEmpty = join })
        test.staff("b1")
        let wish = Command.Body.openContact(OpenContact(channel: .voice, queue: "general"))
        #expect(test.refusal(test.send(wish)) == .queueEmpty)
        test.pass(untilLate)
        let contact = test.open()
        #expect(test.holder(contact) == "b1")
    }

    @Test("have nobody for what comes in after they closed, though they finish what came before")
    func staffingAfterClosing() {
        let rules = [OverflowRule(if: .unstaffed, after: .seconds(5), .end(reason: "Nobody."))]
        var test = TestFloor(
            .sites { queue in
                queue.closing = .finish
                queue.overflow = rules
            })
        test.staff("a1")
        _ = test.connect()
        test.pass(untilEnd - .seconds(10))
        let before = test.open()
        test.pass(.seconds(11))
        let after = test.open()
        test.pass(.seconds(6))
        #expect(test.state(before) == .queued)
        #expect(test.floor.contact(after)?.endReason == .overflowed)
    }

    @Test("finish what came before they closed where the queue says so, and take nothing new")
    func finishing() {
        var test = TestFloor(.sites { $0.closing = .finish })
        test.staff("a1", "a2")
        let answered = test.connect()
        let other = test.connect()
        let before = test.open()
        test.pass(untilEnd)
        let after = test.open(priority: 9)
        test.send(.complete(answered))
        test.send(.finishWrapUp(FinishWrapUp(contact: answered, disposition: nil)))
        #expect(test.holder(before) == "a1")
        test.send(.complete(other))
        test.send(.finishWrapUp(FinishWrapUp(contact: other, disposition: nil)))
        #expect(test.state(after) == .queued)
    }

    @Test("end what waits when the last of them closes, and let nobody in, where the queue says so")
    func ending() {
        var test = TestFloor(
            .sites { queue in
                queue.closing = .end
                queue.sites.removeLast()
            })
        let contact = test.open()
        test.pass(untilEnd)
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(1_800))
        #expect(test.floor.contact(contact)?.endReason == .closed)
        let wish = OpenContact(channel: .voice, queue: "general")
        #expect(test.refusal(test.send(.openContact(wish))) == .queueClosed)
    }

    @Test("hold for queues that name no sites by their own hours")
    func ownHours() {
        var test = TestFloor(
            .sites { queue in
                queue.sites = []
                queue.offerTimeout = .seconds(3_000)
            })
        test.staff("a1")
        let contact = test.open()
        #expect(test.holder(contact) == "a1")
        test.pass(untilEnd)
        test.staff("a2", "b1")
        #expect(test.holder(contact) == "b1")
        let other = test.open()
        #expect(test.state(other) == .queued)
    }

    @Test("let go of who waits for one of their agents alone")
    func addressed() {
        var test = TestFloor(.sites())
        test.staff("a1", "a2", "c1")
        let busy = test.connect()
        let other = test.connect()
        let (holder, colleague) = (test.holder(busy), test.holder(other))
        let transfer = Transfer(contact: busy, target: .agent(colleague ?? "c1"), kind: .blind)
        test.send(.transfer(transfer))
        test.send(.setAvailability(SetAvailability(agent: holder ?? "c1", state: .onBreak)))
        #expect(test.state(busy) == .queued || test.state(busy) == .offered)
        test.pass(untilEnd)
        let refused = test.send(.transfer(Transfer(contact: other, target: .agent("a1"), kind: .blind)))
        #expect(test.refusal(refused) == .wrongState)
    }

    @Test("are let down by no letter that was on its way")
    func betweenPartitions() {
        var floors = TwoFloors()
        for place: UInt16 in [1, 2] {
            floors.send(.configure(Configure(configuration: .sites(), source: "x")), at: place)
        }
        floors.staff("a1")
        floors.learn()
        let contact = floors.open()
        // The letter arrives when the site has closed: its floor declines.
        floors.now = floors.now.advanced(by: .seconds(2_800))
        floors.settle()
        #expect(floors.agents.agent("a1")?.offers == [])
        #expect(floors.contacts.contact(contact)?.state == .queued)
    }

    @Test("take back at closing what was offered for another partition")
    func guests() {
        var floors = TwoFloors()
        for place: UInt16 in [1, 2] {
            let configuration = CenterConfiguration.sites { $0.offerTimeout = .seconds(3_000) }
            floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
        }
        floors.staff("a1")
        floors.learn()
        let contact = floors.open()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "a1")
        floors.pass(untilEnd)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .queued)
        #expect(floors.agents.agent("a1")?.offers == [])
    }

    @Test("are reckoned with when waits are told")
    func forecasts() throws {
        var test = TestFloor(.sites { $0.sites.removeLast() })
        let first = test.open()
        // Nobody is at work; site b opens after a thousand seconds, and its two agents are expected then.
        let waits = try #require(test.floor.forecast(of: first, now: test.now)?.expectedWait)
        #expect(waits > .seconds(1_000) && waits < .seconds(1_200))
        test.pass(untilEnd + .seconds(1_800))
        let night = try #require(test.floor.forecast(of: first, now: test.now)?.expectedWait)
        // Site a, the first, opens again 22 and a half hours later.
        #expect(night >= .seconds(81_000) && night < .seconds(82_000))
    }
}
