import ContactCenter
import Testing
import Wire

@Suite("Reservations between partitions")
struct ReservationTests {
    @Test("a contact that finds nobody at home is offered where somebody is free, accepted, and connected there")
    func arrival() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        #expect(floors.contacts.contact(contact)?.state == .offered)
        #expect(floors.contacts.contact(contact)?.agent == "ann")
        #expect(floors.told.contains { $0.notice == floors.agents.offer(offer).map { .offered($0) } })
        #expect(floors.send(.accept(offer), at: 2) == .done(.forwarded(offer)))
        #expect(floors.agents.acceptance(of: offer) == .forwarded)
        #expect(floors.contacts.contact(contact)?.state == .offered)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .connected)
        #expect(floors.acceptances == [Acceptance(offer: offer, state: .connected)])
        #expect(floors.agents.agent("ann")?.contacts == [contact])
        #expect(floors.agents.agent("ann")?.work == .connected)
        #expect(floors.agents.figures.live == 0)
        #expect(floors.agents.figures.agentsIdle == 0)
    }

    @Test("the agent's partition follows the contact, and has its capacity back when it is over")
    func life() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.settle()
        floors.send(.hold(contact), at: 1)
        floors.settle()
        #expect(floors.agents.agent("ann")?.work == .held)
        floors.send(.complete(contact), at: 1)
        floors.settle()
        #expect(floors.agents.agent("ann")?.work == .wrapUp)
        floors.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)), at: 1)
        floors.settle()
        #expect(floors.agents.agent("ann")?.work == .idle)
        #expect(floors.contacts.reservationsKept == [])
        #expect(floors.agents.guestsInHand == [])
    }

    @Test("of an accept and a withdrawal, the first at the contact's partition wins")
    func withdrawal() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.send(.abandon(contact), at: 1)
        #expect(floors.deliver(from: 2) == .done(.over(Settle.Over(outcome: .rescinded))))
        #expect(floors.acceptances == [Acceptance(offer: offer, state: .over)])
        #expect(floors.agents.agent("ann")?.work == .idle)
        floors.settle()
        #expect(floors.contacts.reservationsKept == [])
    }

    @Test("an accept that was forwarded ends by the contact's partition alone")
    func forwarded() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.send(.detachStream("ann", incarnation: 1), at: 2)
        floors.now = floors.now.advanced(by: .seconds(60))
        floors.send(.advance, at: 2)
        #expect(floors.send(.reject(offer), at: 2) != .done(.nothing))
        #expect(floors.send(.signOut("ann"), at: 2) != .done(.nothing))
        #expect(floors.agents.acceptance(of: offer) == .forwarded)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "ann")
        #expect(floors.agents.acceptance(of: offer) == .connected)
    }

    @Test(
        "an accept that is repeated is answered as at first, though its contact has ended since",
        arguments: [false, true])
    func repeatedAccept(afterReading: Bool) throws {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        let accept = floors.command(.accept(offer))
        #expect(floors.send(accept, at: 2) == .done(.forwarded(offer)))
        if afterReading { floors.agents = try Floor(wireBytes: floors.agents.wireBytes()) }
        floors.settle()
        #expect(floors.agents.acceptance(of: offer) == .connected)
        floors.send(.complete(contact), at: 1)
        floors.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)), at: 1)
        floors.settle()
        #expect(floors.agents.guestsInHand == [])
        #expect(floors.send(accept, at: 2) == .done(.nothing))
    }

    @Test("an accept that came too late is answered so each time")
    func repeatedLateAccept() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        let accept = floors.command(.accept(offer))
        floors.send(accept, at: 2)
        floors.send(.abandon(contact), at: 1)
        floors.settle()
        #expect(floors.send(accept, at: 2) == .done(.forwarded(offer)))
        #expect(floors.agents.acceptance(of: offer) == .over)
    }

    @Test("a transfer by name to an agent of another partition is refused with the reason")
    func transferElsewhere() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.settle()
        floors.staff("bob")
        floors.learn()
        func refusal(_ agent: AgentID) -> String? {
            let wish = Transfer(contact: contact, target: .agent(agent), kind: .blind)
            guard case .refused(let refusal) = floors.send(.transfer(wish), at: 1) else { return nil }
            return refusal.message
        }
        #expect(refusal("bob")?.contains("is signed in at another site or partition") == true)
        #expect(refusal("cid")?.hasPrefix("Agent cid is not signed in") == true)
    }

    @Test("a rejected offer goes back, and its agent is passed over")
    func rejected() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        #expect(floors.send(.reject(offer), at: 2) == .done(.nothing))
        #expect(floors.agents.agent("ann")?.work == .idle)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.learn()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.pass(.seconds(11))
        floors.learn()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .offered)
    }

    @Test("an offer that nobody answers ends there, and counts as unanswered there alone")
    func unanswered() {
        var floors = TwoFloors()
        let (contact, _) = floors.offer()
        floors.pass(.seconds(20))
        #expect(floors.agents.agent("ann")?.unanswered == 1)
        #expect(floors.agents.agent("ann")?.offers == [])
        #expect(floors.contacts.agent("ann")?.unanswered == 0)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .queued)
    }

    @Test("a reservation that was answered is not taken up again")
    func repeated() throws {
        var floors = TwoFloors()
        floors.staff("ann")
        floors.learn()
        let contact = floors.open()
        let letters = floors.letters[1] ?? []
        let reserve = try #require(letters.first)
        floors.settle()
        floors.send(.abandon(contact), at: 1)
        floors.settle()
        #expect(floors.deliver(reserve, from: 1) == .done(.declined))
        #expect(floors.agents.agent("ann")?.work == .idle)
    }

    @Test("an end that overtakes the asking is the last word")
    func overtaken() throws {
        var floors = TwoFloors()
        floors.staff("ann")
        floors.learn()
        let contact = floors.open()
        floors.send(.abandon(contact), at: 1)
        let letters = floors.letters[1] ?? []
        let reserve = try #require(letters.first)
        floors.letters[1] = Array(letters.dropFirst())
        floors.settle()
        #expect(floors.deliver(reserve, from: 1) == .done(.declined))
        #expect(floors.agents.guestsInHand == [])
    }

    @Test("an agent who becomes free claims what waits elsewhere")
    func claim() {
        var floors = TwoFloors()
        let contact = floors.open()
        floors.learn()
        #expect(floors.letters[2]?.isEmpty == true)
        floors.staff("ann")
        #expect(floors.letters[2]?.map(\.subject) == [.claim("ann", number: 1)])
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "ann")
    }

    @Test(
        "what waits at home comes before what waits elsewhere, unless that has waited half a second longer",
        arguments: [(milliseconds: 400, isClaimed: false), (milliseconds: 600, isClaimed: true)])
    func headStart(milliseconds: Int, isClaimed: Bool) {
        var floors = TwoFloors()
        let elsewhere = floors.open()
        floors.now = floors.now.advanced(by: .milliseconds(milliseconds))
        floors.send(.openContact(OpenContact(channel: .voice, queue: "general", customer: "y")), at: 2)
        floors.learn()
        floors.staff("ann")
        #expect(floors.letters[2]?.count == (isClaimed ? 1 : 0))
        floors.settle()
        #expect((floors.contacts.contact(elsewhere)?.agent == "ann") == isClaimed)
        #expect(floors.agents.agent("ann")?.offers.count == 1)
    }

    @Test("what is owed follows from the state")
    func owed() throws {
        var floors = TwoFloors()
        let (_, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        var restored = try Floor(wireBytes: floors.agents.wireBytes())
        #expect(restored.owedLetters() == floors.letters[2])
        let isOwed = restored.owes(.commit(offer))
        #expect(isOwed)
        #expect(restored.outstanding().count == 1)
        floors.settle()
        let owes = floors.agents.owes(.commit(offer))
        #expect(!owes)
    }

    @Test("a snapshot from before there were reservations is read")
    func olderSnapshot() throws {
        // What came with other layouts is in the queues, of which there are none before a configuration.
        let bytes = TestFloor(nil).floor.wireBytes()
        // Empty tables at the end are all that is new: three of reservations, three of diversions and sites with a time,
        // five of customers, one of preferences.
        let older = try Floor(wireBytes: [1] + bytes.dropFirst().dropLast(12))
        #expect(older.wireBytes() == bytes)
    }

    @Test("a consultation connects agents of two partitions, and hands the contact over")
    func handOver() {
        var floors = TwoFloors()
        let (contact, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.settle()
        floors.staff("bob")
        floors.learn()
        let target = Transfer.Target.queue("general", requirement: nil)
        let consulted = floors.send(.transfer(Transfer(contact: contact, target: target, kind: .consult)), at: 1)
        guard case .done(.consulting(let consultation)) = consulted else {
            Issue.record("\(consulted)")
            return
        }
        floors.settle()
        #expect(floors.contacts.contact(consultation)?.agent == "bob")
        for offer in floors.agents.agent("bob")?.offers ?? [] { floors.send(.accept(offer), at: 2) }
        floors.settle()
        #expect(floors.send(.completeTransfer(contact), at: 1) == .done(.nothing))
        floors.settle()
        #expect(floors.contacts.contact(contact)?.agent == "bob")
        #expect(floors.agents.agent("bob")?.contacts == [contact])
        #expect(floors.agents.agent("ann")?.contacts == [])
        #expect(floors.agents.agent("ann")?.work == .idle)
    }

    @Test("a queue that is staffed elsewhere alone may be joined")
    func staffedElsewhere() {
        var floors = TwoFloors()
        var configuration = CenterConfiguration.sample { $0.joinWhenEmpty = .staffed }
        configuration.settings.offerTimeout = .seconds(9)
        for place: UInt16 in [1, 2] {
            floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
        }
        let wish = OpenContact(channel: .voice, queue: "general", customer: "x")
        #expect(floors.send(.openContact(wish), at: 1) != .done(.nothing))
        #expect(floors.contacts.figures.live == 0)
        floors.staff("ann")
        floors.learn()
        _ = floors.open()
        #expect(floors.contacts.figures.live == 1)
    }

    @Test("nobody is sent away while it is not known who serves the queue elsewhere")
    func outOfSight() {
        var floors = TwoFloors()
        let configuration = CenterConfiguration.sample { $0.maximumWaitUnstaffed = .seconds(10) }
        for place: UInt16 in [1, 2] {
            floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
        }
        floors.send(.signIn("ann"), at: 2)
        floors.learn()
        let contact = floors.open()
        floors.pass(.seconds(15))
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.contacts.forget(2)
        floors.pass(.seconds(20))
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.pass(.seconds(29))
        #expect(floors.contacts.contact(contact)?.state == .queued)
        floors.pass(.seconds(2))
        #expect(floors.contacts.contact(contact)?.endReason == .timedOut)
    }

    @Test("an agent with a contact elsewhere is not left out of a configuration, there or at home")
    func leftOut() {
        var floors = TwoFloors()
        let (_, offer) = floors.offer()
        floors.send(.accept(offer), at: 2)
        floors.settle()
        var configuration = CenterConfiguration.sample
        configuration.agents.removeAll { $0.id == "ann" }
        for place: UInt16 in [1, 2] {
            let result = floors.send(.configure(Configure(configuration: configuration, source: "x")), at: place)
            guard case .refused(let refusal) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(refusal.code == .wrongState)
        }
    }
}
