import GatewayAPI
import GatewayClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct ContactLifeTests {
    @Test func aContactIsOpenedOfferedAcceptedCompletedAndWrappedUp() async throws {
        try await GatewayFixture.withGateway { fixture in
            let ada = try await fixture.client(.agent, agent: "ada")
            let connector = try await fixture.client(.connector)
            var events = ada.events(of: "ada").makeAsyncIterator()
            let first = try await events.next()
            guard case .reset(let state)? = first?.body else {
                Issue.record("the stream began with \(String(describing: first))")
                return
            }
            #expect(state.agents.map(\.id) == ["ada"])
            try await ada.signIn("ada")
            try await ada.setAvailability(of: "ada", to: .available)

            let opened = try await connector.openContact(
                OpenContactRequest(
                    channel: .voice, queue: "billing", customer: "+4969123", attributes: ["vip": true, "tier": "gold"],
                    requirement: "billing >= 4", priority: 7))
            let offer = try await events.offer()
            #expect(offer.contact == opened.contact)
            #expect(offer.customer == "+4969123")
            #expect(offer.attributes == ["vip": true, "tier": "gold"])

            try await ada.accept(offer: offer.id)
            #expect(try await ada.contact(opened.contact).state == .connected)
            #expect(try await ada.contacts(of: "ada").items.map(\.id) == [opened.contact])
            try await ada.hold(opened.contact)
            #expect(try await ada.contact(opened.contact).state == .held)
            try await ada.resume(opened.contact)
            try await ada.complete(opened.contact)
            try await ada.finishWrapUp(of: opened.contact, disposition: "solved")
            let ended = try await fixture.administrator.contact(opened.contact)
            #expect(ended.state == .ended)
            #expect(ended.endReason == .completed)
            #expect(ended.disposition == "solved")
            let queue = try await connector.queue("billing")
            #expect(queue.figures.completed == 1)
        }
    }

    @Test func aRejectedOfferEndsAndTheContactWaits() async throws {
        try await GatewayFixture.withGateway { fixture in
            let ada = try await fixture.client(.agent, agent: "ada")
            var events = ada.events(of: "ada").makeAsyncIterator()
            _ = try await events.next()
            try await ada.signIn("ada")
            try await ada.setAvailability(of: "ada", to: .available)
            let opened = try await fixture.administrator.openContact(
                OpenContactRequest(channel: .chat, queue: "support"))
            let offer = try await events.offer()
            try await ada.reject(offer: offer.id)
            let ended = try await events.first { if case .offerEnded(let ended) = $0 { ended } else { nil } }
            #expect(ended.outcome == .rejected)
            let explanation = try await fixture.administrator.explanation(of: opened.contact)
            #expect(explanation.contact == opened.contact)
            #expect(!explanation.agents.isEmpty)
            let contact = opened.contact
            _ = try await fixture.administrator.end(contact)
            #expect(try await fixture.administrator.explanation(of: contact, at: explanation.at) == explanation)
            let future = DateTime(microseconds: explanation.at.microseconds + 3_600_000_000)
            await #expect(throws: GatewayError.self) {
                try await fixture.administrator.explanation(of: contact, at: future)
            }
        }
    }

    @Test func aContactIsToldWhereItStandsUntilItHasEnded() async throws {
        try await GatewayFixture.withGateway { fixture in
            let connector = try await fixture.client(.connector)
            let request = OpenContactRequest(channel: .chat, queue: "support")
            let first = try await connector.openContact(request).contact
            let second = try await connector.openContact(request).contact
            #expect(try await connector.wait(of: first) == ContactWait(position: 1, expectedWaitSeconds: nil))
            var events = connector.events(ofContact: second).makeAsyncIterator()
            let waits: [StreamEvent.Body] = [
                .wait(ContactWait(position: 2, expectedWaitSeconds: nil)),
                .wait(ContactWait(position: 1, expectedWaitSeconds: nil)),
            ]
            #expect(try await events.next()?.body.name == "contact")
            #expect(try await events.next()?.body == waits[0])
            try await connector.abandon(first)
            #expect(try await events.next()?.body == waits[1])
            try await connector.abandon(second)
            guard case .contact(let ended)? = try await events.next()?.body else {
                Issue.record("the contact's end was not told")
                return
            }
            #expect(ended.state == .ended)
            #expect(try await connector.wait(of: second) == ContactWait(position: 0, expectedWaitSeconds: nil))
            await #expect(throws: GatewayError.self) { try await connector.wait(of: "c0-999999") }
        }
    }

    @Test func listsAreNarrowedAndPaged() async throws {
        try await GatewayFixture.withGateway { fixture in
            let client = fixture.administrator
            var ids: [String] = []
            for _ in 0..<3 {
                ids.append(try await client.openContact(OpenContactRequest(channel: .chat, queue: "support")).contact)
            }
            let page = try await client.contacts(queue: "support", state: .queued, limit: 2)
            #expect(page.items.map(\.id) == Array(ids.prefix(2)))
            let rest = try await client.contacts(queue: "support", after: page.next, limit: 2)
            #expect(rest.items.map(\.id) == [ids[2]])
            #expect(rest.next == nil)
            #expect(try await client.contacts(queue: "billing").items.isEmpty)
        }
    }

    @Test func aBrokenStreamIsResumedBehindItsLastEvent() async throws {
        try await GatewayFixture.withGateway { fixture in
            let client = fixture.administrator
            var first = client.events().makeAsyncIterator()
            _ = try await first.next()
            let one = try await client.openContact(OpenContactRequest(channel: .chat, queue: "support"))
            let seen = try await first.first { if case .contact(let contact) = $0 { contact.id } else { nil } }
            #expect(seen == one.contact)
            let two = try await client.openContact(OpenContactRequest(channel: .chat, queue: "support"))
            var second = client.events(after: first.lastID).makeAsyncIterator()
            let event = try await second.next()
            guard case .contact(let contact)? = event?.body else {
                Issue.record("the resumed stream began with \(String(describing: event))")
                return
            }
            #expect(contact.id == two.contact)
        }
    }

    @Test func aStreamThatCannotBeResumedBeginsWithTheWholeState() async throws {
        try await GatewayFixture.withGateway { fixture in
            var events = fixture.administrator.events(after: "999999999-1").makeAsyncIterator()
            let event = try await events.next()
            guard case .reset(let state)? = event?.body else {
                Issue.record("the stream began with \(String(describing: event))")
                return
            }
            #expect(state.queues.map(\.id) == ["support", "billing"])
        }
    }
}

extension EventStream.Iterator {
    /// The first event that `pick` makes something of.
    mutating func first<Picked>(_ pick: (StreamEvent.Body) -> Picked?) async throws -> Picked {
        while let event = try await next() {
            if let picked = pick(event.body) { return picked }
        }
        throw GatewayError(.cancelled, "the stream ended")
    }

    mutating func offer() async throws -> Offer {
        try await first { if case .offered(let offer) = $0 { offer } else { nil } }
    }
}
