import ContactCenter
import Testing

@Suite("An incident")
struct IncidentTests {
    private static func outage(_ test: TestFloor, when text: String? = nil, seconds: Int? = nil) -> Incident {
        Incident(
            id: "outage", message: "The web shop is down; we are at it.",
            when: text.flatMap { try? Condition(parsing: $0) }, from: test.now,
            until: seconds.map { test.now.advanced(by: .seconds($0)) })
    }

    private func told(_ test: TestFloor, _ contact: ContactID) -> [IncidentID] {
        test.floor.messages(for: contact, now: test.now).map(\.incident)
    }

    @Test("is told to those whom its condition names, those who wait already included, until it is ended")
    func told() {
        var test = TestFloor()
        let before = test.open(attributes: Attributes(["topic": .text("shop")]))
        let other = test.open()
        let incident = Self.outage(test, when: "topic == 'shop'")
        #expect(test.send(.raiseIncident(incident)) == .done(.configured(version: 2)))
        #expect(told(test, before) == ["outage"])
        #expect(told(test, other) == [])
        let wish = OpenContact(
            channel: .voice, queue: "general", customer: "x", attributes: Attributes(["topic": .text("shop")]))
        guard case .done(.openedDuring(let contact, _, let messages)) = test.send(.openContact(wish)) else {
            Issue.record("the message was not in the answer")
            return
        }
        #expect(messages == [IncidentMessage(incident: "outage", message: incident.message)])
        #expect(told(test, contact) == ["outage"])
        #expect(test.send(.endIncident("outage")) == .done(.configured(version: 3)))
        #expect(told(test, contact) == [])
        #expect(test.refusal(test.send(.endIncident("outage"))) == .notFound)
    }

    @Test("is kept when another configuration is put into force, and over when its time is")
    func kept() {
        var test = TestFloor()
        let contact = test.open("billing")
        var incident = Self.outage(test, seconds: 60)
        incident.queues = ["billing"]
        test.send(.raiseIncident(incident))
        test.configure(.sample)
        #expect(told(test, contact) == ["outage"])
        #expect(told(test, test.open("general")) == [])
        test.pass(.seconds(60))
        #expect(told(test, contact) == [])
        test.configure(.sample)
        #expect(test.floor.configuration?.incidents == [])
    }

    @Test("is refused when nobody could be told, or what it asks for is not known of a contact")
    func refusals() {
        var test = TestFloor()
        #expect(test.refusal(test.send(.raiseIncident(Self.outage(test, seconds: 0)))) == .invalid)
        #expect(test.refusal(test.send(.raiseIncident(Self.outage(test, when: "ewt > 60")))) == .invalid)
        var silent = Self.outage(test)
        silent.message = ""
        #expect(test.refusal(test.send(.raiseIncident(silent))) == .invalid)
        var nowhere = Self.outage(test)
        nowhere.queues = ["nowhere"]
        #expect(test.refusal(test.send(.raiseIncident(nowhere))) == .notFound)
    }
}
