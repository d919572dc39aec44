import ContactCenter
import Testing

@Suite("A customer who comes in")
struct RecognitionTests {
    /// The sample with visits remembered for an hour and three rules.
    static func center(_ change: (inout CenterConfiguration) -> Void = { _ in }) -> CenterConfiguration {
        var configuration = CenterConfiguration.sample
        configuration.customers.remembered = .seconds(3_600)
        var vip = CustomerRule(name: "vip", when: try? Condition(parsing: "tier == 'gold'"))
        vip.raise = 20
        var again = CustomerRule(name: "again", when: try? Condition(parsing: "customer.contacts >= 2"))
        again.raise = 5
        again.queues = ["billing"]
        configuration.customers.rules = [vip, again]
        change(&configuration)
        return configuration
    }

    private static let lena = Customer(
        id: "lena", identities: [CustomerIdentity("+49 30 1234"), CustomerIdentity("lena@example.org")],
        attributes: Attributes(["tier": .text("gold"), "language": .text("de")]))

    private func attributes(_ test: TestFloor, _ contact: ContactID) -> Attributes {
        test.floor.contact(contact)?.attributes ?? Attributes()
    }

    @Test("brings what the store knows, below what the contact brings itself, and goes to the front by a rule")
    func store() {
        var test = TestFloor(Self.center())
        test.send(.keepCustomer(Self.lena))
        let first = test.open("general", attributes: Attributes(["language": .text("fr")]))
        #expect(attributes(test, first)["customer.id"] == .text("lena"))
        #expect(attributes(test, first)["tier"] == .text("gold"))
        #expect(attributes(test, first)["language"] == .text("fr"))
        #expect(attributes(test, first)["customer.rule"] == .text("vip"))
        #expect(test.floor.contact(first)?.priority == 20)
        test.send(.forgetCustomer("lena"))
        let second = test.open()
        #expect(attributes(test, second)["tier"] == nil)
        #expect(test.floor.contact(second)?.priority == 0)
        test.staff("ann")
        #expect(test.holder(first) == "ann")
    }

    @Test("is recognised again within the time for which visits are remembered, by any identity of a known customer")
    func repeated() {
        var test = TestFloor(Self.center())
        let first = test.open()
        #expect(attributes(test, first).entries.isEmpty)
        test.staff("bob")
        test.accept(first)
        test.pass(.seconds(1_800))
        let second = test.open("billing")
        #expect(attributes(test, second)["customer.contacts"] == .number(1))
        #expect(attributes(test, second)["customer.last-agent"] == .text("bob"))
        #expect(attributes(test, second)["customer.last-queue"] == .text("general"))
        #expect(attributes(test, second)["customer.rule"] == nil)
        let third = test.open("billing")
        #expect(attributes(test, third)["customer.contacts"] == .number(2))
        #expect(attributes(test, third)["customer.rule"] == .text("again"))
        #expect(test.floor.contact(third)?.priority == 5)
        test.pass(.seconds(3_601))
        #expect(attributes(test, test.open()).entries.isEmpty)
        test.send(.keepCustomer(Self.lena))
        _ = test.open()
        let mail = OpenContact(channel: .email, queue: "general", customer: "Lena@example.org")
        guard case .done(.opened(let written, _)) = test.send(.openContact(mail)) else {
            Issue.record("the mail was not opened")
            return
        }
        #expect(attributes(test, written)["customer.contacts"] == .number(2))
        #expect(test.floor.customer("lena")?.lastVisit?.count == 3)
    }

    @Test("has nothing remembered where nothing is to be")
    func forgetful() {
        var test = TestFloor()
        for _ in 0..<2 { #expect(attributes(test, test.open()).entries.isEmpty) }
        #expect(test.floor.customerNews(after: 0).changes.isEmpty)
    }

    @Test("is known elsewhere by the visits that one partition tells another")
    func elsewhere() {
        var here = TestFloor(Self.center())
        here.staff("bob")
        here.accept(here.open())
        var there = TestFloor(Self.center())
        let news = here.floor.customerNews(after: 0)
        there.send(
            .learnCustomers(CustomerNews(floor: 4, after: 0, upTo: news.upTo, changes: news.changes)))
        let contact = there.open()
        #expect(attributes(there, contact)["customer.last-agent"] == .text("bob"))
    }

    @Test("gets the agent of the customer's last contact, where the queue wants it so")
    func lastAgent() {
        var test = TestFloor(
            Self.center { $0.queues[0].preferredAgents.takesLast = true })
        test.staff("bob")
        let first = test.connect()
        test.staff("ann")
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        // Ann has been idle for longer.
        let second = test.open()
        #expect(test.holder(second) == "bob")
        #expect(test.floor.contact(second)?.preferredAgent == "bob")
    }
}
