import GatewayAPI
import GatewayClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct CustomerTests {
    @Test func aCustomerIsKeptFoundListedAndForgotten() async throws {
        try await GatewayFixture.withGateway { fixture in
            let connector = try await fixture.client(.connector)
            let request = CustomerRequest(
                label: "Lena Huber", identities: ["+49 69 123-45", "Lena@example.org"],
                attributes: ["tier": "gold", "senior": true], preferredAgent: "ada")
            try await connector.keep(customer: "lena", request)
            try await connector.keep(customer: "max", CustomerRequest())
            let lena = try await connector.customer("lena")
            #expect(lena.identities == ["+496912345", "lena@example.org"])
            #expect(lena.attributes == ["tier": "gold", "senior": true])
            #expect(try await connector.customer(known: "0049 69 12345") == lena)
            #expect(try await connector.customer(known: "nobody") == nil)
            let page = try await connector.customers(limit: 1)
            #expect(page.items == [lena])
            #expect(try await connector.customers(after: page.next).items.map(\.id) == ["max"])
            let opened = try await connector.openContact(
                OpenContactRequest(channel: .voice, queue: "support", customer: "tel:+496912345"))
            let contact = try await connector.contact(opened.contact)
            #expect(contact.attributes == ["tier": "gold", "senior": true, "customer.id": "lena"])
            #expect(contact.preferredAgent == "ada")
            let explanation = try await fixture.administrator.explanation(of: opened.contact)
            #expect(explanation.customer == ["The customer is lena of the store, whose attributes the contact has."])
            try await connector.forget(customer: "lena")
            await #expect(throws: GatewayError.self) { try await connector.customer("lena") }
        }
    }

    @Test func whatCannotBeKeptIsRefusedFieldByField() async throws {
        try await GatewayFixture.withGateway { fixture in
            let key = ("Idempotency-Key", fixture.administrator.makeKey().description)
            let headers = [("Content-Type", "application/json"), key]
            let body = #"{"label": 5, "identities": [""], "preferredAgent": "no name", "tier": "gold"}"#
            let answer = try await fixture.send("PUT", "/v1/customers/lena", headers: headers, body: body)
            #expect(answer.status == 422)
            for field in ["label", "tier"] { #expect(answer.body.contains("\"\(field)\"")) }
            await expect(problem: 404) {
                try await fixture.administrator.keep(customer: "lena", CustomerRequest(preferredAgent: "zoe"))
            }
            let agent = try await fixture.client(.agent, agent: "ada")
            let error = await #expect(throws: GatewayError.self) { try await agent.customer("lena") }
            #expect(error?.problem?.status == 403)
        }
    }

    @Test func anIncidentIsToldInTheAnswerAndOnTheStreamUntilItEnds() async throws {
        try await GatewayFixture.withGateway { fixture in
            let connector = try await fixture.client(.connector)
            let before = try await connector.openContact(
                OpenContactRequest(channel: .chat, queue: "support", attributes: ["topic": "shop"]))
            #expect(before.incidents == nil)
            var events = connector.events(ofContact: before.contact).makeAsyncIterator()
            let told: (StreamEvent.Body) -> [IncidentNotice]? = {
                if case .incidents(let told) = $0 { told.incidents } else { nil }
            }
            let request = IncidentRequest(
                message: "The shop is down.", when: "topic == 'shop'", queues: ["support"])
            #expect(try await fixture.administrator.raise(incident: "shop", request).version == 2)
            #expect(try await connector.incidents().items.map(\.id) == ["shop"])
            let notice = IncidentNotice(incident: "shop", message: "The shop is down.")
            #expect(try await events.first(told) == [notice])
            let opened = try await connector.openContact(
                OpenContactRequest(channel: .chat, queue: "support", attributes: ["topic": "shop"]))
            #expect(opened.incidents == [notice])
            let other = try await connector.openContact(OpenContactRequest(channel: .chat, queue: "support"))
            #expect(other.incidents == nil)
            #expect(try await fixture.administrator.end(incident: "shop").version == 3)
            #expect(try await events.first(told) == [])
            #expect(try await connector.incidents().items.isEmpty)
            await #expect(throws: GatewayError.self) { try await fixture.administrator.end(incident: "shop") }
        }
    }
}
