import GatewayAPI
import GatewayClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct CallbackRoutesTests {
    /// The sample, whose support takes callbacks, and sends whoever comes to a full billing to its mailbox.
    private static let source =
        sampleSource
        .replacing(
            "    label: Support\n",
            with: """
                    label: Support
                    callbacks: { attempts: 2, slots: { length: 1h, capacity: 1 } }

                """
        )
        .replacing(
            "    maximum-length: 1\n",
            with: """
                    maximum-length: 1
                    overflow: [{ if: full, message: { queue: support, channel: chat, reply-within: 2h } }]

                """)

    private func withCallbacks(_ body: @Sendable @escaping (GatewayFixture) async throws -> Void) async throws {
        try await GatewayFixture.withGateway { fixture in
            _ = try await fixture.administrator.apply(configuration: Self.source)
            try await body(fixture)
        }
    }

    @Test func aCustomerHangsUpKeepsThePlaceAndIsCalledBackByAnAgent() async throws {
        try await withCallbacks { fixture in
            let connector = try await fixture.client(.connector)
            let ada = try await fixture.client(.agent, agent: "ada")
            let opened = try await connector.openContact(
                OpenContactRequest(channel: .voice, queue: "support", customer: "+4969123"))
            try await connector.requestCallback(for: opened.contact, CallbackRequest(number: "+4930456"))
            try await connector.abandon(opened.contact)
            #expect(try await connector.contact(opened.contact).callback?.number == "+4930456")
            var events = ada.events(of: "ada").makeAsyncIterator()
            _ = try await events.next()
            try await ada.signIn("ada")
            try await ada.setAvailability(of: "ada", to: .available)
            let offer = try await events.offer()
            #expect(offer.isCallback)
            try await ada.accept(offer: offer.id)
            await expect(problem: 422) { try await ada.reportCallback(of: opened.contact, .unknown) }
            try await ada.reportCallback(of: opened.contact, .noAnswer)
            let missed = try await connector.contact(opened.contact)
            #expect(missed.state == .scheduled)
            #expect(missed.callback?.attempts == 1)
            #expect(missed.callback?.lastOutcome == .noAnswer)
            #expect(try await connector.contacts(state: .scheduled).items.map(\.id) == [opened.contact])
            let explanation = try await fixture.administrator.explanation(of: opened.contact)
            #expect(explanation.next.first?.at == missed.callback?.due)
            try await connector.cancelCallback(of: opened.contact)
            #expect(try await connector.contact(opened.contact).endReason == .cancelled)
        }
    }

    @Test func aSlotIsBookedOnce() async throws {
        try await withCallbacks { fixture in
            let connector = try await fixture.client(.connector)
            let slot = try #require(
                try await connector.callbackSlots(of: "support", timeZone: "Australia/Lord_Howe").slots.first)
            #expect(slot.free == 1)
            let callback = CallbackRequest(slot: slot.from, timeZone: "Australia/Lord_Howe")
            let request = OpenContactRequest(
                channel: .voice, queue: "support", customer: "+4969123", callback: callback)
            let opened = try await connector.openContact(request)
            #expect(opened.callback?.due == slot.from)
            #expect(try await connector.contact(opened.contact).callback?.timeZone == "Australia/Lord_Howe")
            await expect(problem: 409) { try await connector.openContact(request) }
            #expect(try await connector.callbackSlots(of: "support").slots.first?.free == 0)
        }
    }

    @Test func whoMeetsAFullQueueLeavesAMessageAndIsToldWhenToExpectAnAnswer() async throws {
        try await withCallbacks { fixture in
            let request = OpenContactRequest(channel: .voice, queue: "billing", customer: "+4969123")
            #expect(try await fixture.administrator.openContact(request).message == nil)
            let message = try #require(try await fixture.administrator.openContact(request).message)
            #expect(message.expectedReply?.microseconds == message.leftAt.microseconds + 7_200_000_000)
            #expect(message.acknowledgement.contains("We expect to answer it by"))
        }
    }
}
