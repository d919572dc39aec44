import ContactCenter
import Testing

@Suite("A transfer")
struct TransferTests {
    @Test("to a queue frees the agent at once and keeps the enqueue time")
    func blindToQueue() {
        var test = TestFloor()
        test.staff("ann", "bob")
        let contact = test.connect()
        let enqueuedAt = test.floor.contact(contact)?.enqueuedAt
        test.pass(.seconds(30))
        let wish = Transfer(contact: contact, target: .queue("billing", requirement: nil), kind: .blind)
        #expect(test.send(.transfer(wish)) == .done(.nothing))
        #expect(test.holder(contact) == "bob")
        #expect(test.floor.contact(contact)?.queue == "billing")
        #expect(test.floor.contact(contact)?.enqueuedAt == enqueuedAt)
        #expect(test.floor.agent("ann")?.work == .idle)
        #expect(
            test.told("ann").contains { notice in
                if case .contactChanged(let view) = notice { view.agent == nil } else { false }
            })
    }

    @Test("to an agent waits for that agent, and for everybody once they turn it down")
    func blindToAgent() {
        var test = TestFloor()
        test.staff("ann", "dee")
        let contact = test.connect()
        let other = test.connect()
        #expect(test.holder(other) == "dee")
        test.send(.transfer(Transfer(contact: contact, target: .agent("dee"), kind: .blind)))
        #expect(test.state(contact) == .queued, "not offered to ann, who is free")
        test.send(.complete(other))
        test.send(.finishWrapUp(FinishWrapUp(contact: other, disposition: nil)))
        #expect(test.holder(contact) == "dee")
        guard let offer = test.floor.contact(contact)?.offer else { return }
        test.send(.reject(offer))
        test.pass(.seconds(10))
        #expect(test.state(contact) == .offered)
        #expect(
            test.refusal(test.send(.transfer(Transfer(contact: contact, target: .agent("dee"), kind: .blind))))
                == .wrongState)
    }

    @Test("to an agent who signs out goes to everybody in the queue")
    func addresseeSignsOut() {
        var test = TestFloor()
        test.staff("ann", "bob")
        test.send(.signIn("cid"))
        let contact = test.connect()
        test.send(.transfer(Transfer(contact: contact, target: .agent("cid"), kind: .blind)))
        #expect(test.state(contact) == .queued)
        test.send(.signOut("cid"))
        #expect(test.holder(contact) == "bob")
    }

    @Test("is refused to nobody, to oneself, and to whoever takes no such contacts")
    func refusals() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.connect()
        func code(_ target: Transfer.Target) -> Refusal.Code? {
            test.refusal(test.send(.transfer(Transfer(contact: contact, target: target, kind: .blind))))
        }
        #expect(code(.agent("zoe")) == .notFound)
        #expect(code(.agent("ann")) == .invalid)
        #expect(code(.agent("bob")) == .wrongState)
        #expect(code(.queue("nowhere", requirement: nil)) == .notFound)
    }

    @Test("after a consultation goes to the agent consulted")
    func consult() {
        var test = TestFloor()
        test.staff("ann", "bob")
        let contact = test.connect()
        let result = test.send(.transfer(Transfer(contact: contact, target: .agent("bob"), kind: .consult)))
        guard case .done(.consulting(let consultation)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(test.state(contact) == .held)
        #expect(test.floor.contact(contact)?.consultation == consultation)
        #expect(test.floor.contact(consultation)?.session == test.floor.contact(contact)?.session)
        #expect(test.refusal(test.send(.completeTransfer(contact))) == .wrongState)
        test.accept(consultation)
        test.send(.completeTransfer(contact))
        #expect(test.holder(contact) == "bob")
        #expect(test.state(contact) == .connected)
        #expect(test.floor.contact(consultation)?.endReason == .consulted)
        #expect(test.floor.agent("ann")?.work == .idle)
        #expect(test.floor.agent("bob")?.contacts == [contact])
        #expect(test.floor.queue("general", now: test.now)?.figures.answered == 1)
    }

    @Test("that is cancelled, or turned down, leaves the contact held where it was")
    func cancel() {
        var test = TestFloor()
        test.staff("ann", "bob")
        let contact = test.connect()
        test.send(.transfer(Transfer(contact: contact, target: .agent("bob"), kind: .consult)))
        test.send(.cancelTransfer(contact))
        #expect(test.state(contact) == .held)
        #expect(test.holder(contact) == "ann")
        #expect(test.floor.contact(contact)?.consultation == nil)
        guard
            case .done(.consulting(let consultation)) = test.send(
                .transfer(Transfer(contact: contact, target: .agent("bob"), kind: .consult))),
            let offer = test.floor.contact(consultation)?.offer
        else { return }
        test.send(.reject(offer))
        #expect(test.floor.contact(consultation)?.endReason == .consulted)
        #expect(test.state(contact) == .held)
    }

    @Test("to a queue does not consult the one who asks, and ends with the contact")
    func consultQueue() {
        var test = TestFloor()
        test.staff("ann")
        let contact = test.connect("general", .chat)
        guard
            case .done(.consulting(let consultation)) = test.send(
                .transfer(Transfer(contact: contact, target: .queue("general", requirement: nil), kind: .consult)))
        else { return }
        #expect(test.state(consultation) == .queued)
        test.pass(.seconds(60))
        #expect(test.state(consultation) == .queued)
        test.send(.abandon(contact))
        #expect(test.state(contact) == .wrapUp)
        #expect(test.floor.contact(consultation)?.endReason == .consulted)
    }
}
