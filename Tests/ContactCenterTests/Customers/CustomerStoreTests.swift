import ContactCenter
import Testing
import Wire

@Suite("The customer store")
struct CustomerStoreTests {
    private static let lena = Customer(
        id: "lena", label: "Lena Huber",
        identities: [CustomerIdentity("+49 30 12345"), CustomerIdentity("lena@example.org")],
        attributes: Attributes(["tier": .text("gold")]), preferredAgent: "cid")

    @Test("finds a customer by id and by every identity, and no more once forgotten")
    func keeping() {
        var test = TestFloor()
        #expect(test.send(.keepCustomer(Self.lena)) == .done(.nothing))
        #expect(test.floor.customer("lena")?.customer == Self.lena)
        #expect(test.floor.customer(known: CustomerIdentity("LENA@example.org"))?.customer == Self.lena)
        #expect(test.floor.customers(after: nil, limit: 10).map(\.customer.id) == ["lena"])
        #expect(test.floor.customers(after: "lena", limit: 10).isEmpty)
        var moved = Self.lena
        moved.identities = [CustomerIdentity("lena@example.net")]
        test.send(.keepCustomer(moved))
        #expect(test.floor.customer(known: Self.lena.identities[1]) == nil)
        #expect(test.floor.customer(known: moved.identities[0])?.customer == moved)
        test.send(.keepCustomer(moved))
        #expect(test.events.count == 1)
        test.send(.forgetCustomer("lena"))
        #expect(test.floor.customer("lena") == nil)
        #expect(test.floor.customer(known: moved.identities[0]) == nil)
        #expect(test.refusal(test.send(.forgetCustomer("lena"))) == .notFound)
    }

    @Test("gives no identity to two customers, and takes nothing beyond its bounds")
    func refusals() {
        var test = TestFloor()
        test.send(.keepCustomer(Self.lena))
        let other = Customer(id: "other", identities: [CustomerIdentity("lena@example.org")])
        #expect(test.refusal(test.send(.keepCustomer(other))) == .conflict)
        #expect(test.refusal(test.send(.keepCustomer(Customer(id: "not a name")))) == .invalid)
        let many = (0...Customer.identityBound).map { CustomerIdentity("web-\($0)") }
        #expect(test.refusal(test.send(.keepCustomer(Customer(id: "many", identities: many)))) == .invalid)
        let nameless = Customer(id: "none", identities: [CustomerIdentity("")])
        #expect(test.refusal(test.send(.keepCustomer(nameless))) == .invalid)
    }

    @Test("prefers agents that there are, and keeps one who has left since")
    func preferredAgent() {
        var test = TestFloor()
        test.send(.keepCustomer(Self.lena))
        let other = Customer(id: "other", preferredAgent: "zoe")
        #expect(test.refusal(test.send(.keepCustomer(other))) == .notFound)
        var configuration = CenterConfiguration.sample
        configuration.agents.removeAll { $0.id == "cid" }
        test.configure(configuration)
        var lena = Self.lena
        lena.label = "Lena Maier"
        #expect(test.send(.keepCustomer(lena)) == .done(.nothing))
        lena.preferredAgent = "zoe"
        #expect(test.refusal(test.send(.keepCustomer(lena))) == .notFound)
    }

    @Test("is learned by other partitions change by change, in any number of steps, and once only")
    func learning() {
        var teller = TestFloor()
        for number in 0..<300 {
            let identities = [CustomerIdentity("web-\(number)")]
            teller.send(.keepCustomer(Customer(id: CustomerID("c\(number)"), identities: identities)))
        }
        teller.send(.forgetCustomer("c7"))
        teller.send(.keepCustomer(Customer(id: "c8", label: "Eight")))
        var floor = Floor(partition: 9)
        var output = FloorOutput()
        func learn(_ news: CustomerNews) {
            let id = CommandID(time: teller.now, random: &teller.random)
            floor.handle(Command(id: id, body: .learnCustomers(news)), now: teller.now, into: &output)
        }
        let configure = Configure(configuration: .sample, source: "")
        floor.handle(
            Command(id: CommandID(time: teller.now, random: &teller.random), body: .configure(configure)),
            now: teller.now, into: &output)
        var steps = 0
        while steps < 10 {
            let news = teller.floor.customerNews(after: floor.customersLearned(from: 3))
            if news.changes.isEmpty { break }
            #expect(news.changes.count <= CustomerNews.bound)
            learn(news)
            #expect(output.events.count == 1)
            learn(news)
            #expect(output.events.isEmpty)
            steps += 1
        }
        #expect(steps == 2)
        #expect(floor.customers(after: nil, limit: 1_000) == teller.floor.customers(after: nil, limit: 1_000))
        #expect(floor.customer("c7") == nil)
        #expect(floor.customer(known: CustomerIdentity("web-8")) == nil)
        // What lacks something before it is passed over; a teller that has begun anew is listened to.
        learn(CustomerNews(floor: 3, after: 9_999, upTo: 10_000, changes: [.forgotten("c1")]))
        #expect(floor.customer("c1") != nil)
        #expect(teller.floor.customerNews(after: 9_999).after == 0)
        // What was learned is told to nobody else.
        #expect(floor.customerNews(after: 0).changes.isEmpty)
    }

    @Test("gives an identity to whom it was given last, also where only a part was learned")
    func movedIdentity() {
        var test = TestFloor()
        let (phone, mail) = (CustomerIdentity("+49 30 12345"), CustomerIdentity("lena@example.org"))
        func learn(_ revision: UInt64, _ customer: Customer) {
            let changes = [CustomerChange.kept(customer)]
            test.send(.learnCustomers(CustomerNews(floor: 8, after: revision, upTo: revision + 1, changes: changes)))
        }
        learn(0, Customer(id: "lena", identities: [phone, mail]))
        // That Lena gave her phone away is told last.
        learn(1, Customer(id: "adam", identities: [phone]))
        #expect(test.floor.customer(known: phone)?.customer.id == "adam")
        #expect(test.floor.customer(known: mail)?.customer.id == "lena")
        let restored = try? Floor(wireBytes: test.floor.wireBytes())
        #expect(restored?.customer(known: phone)?.customer.id == "adam")
        learn(2, Customer(id: "lena", identities: [mail]))
        #expect(test.floor.customer(known: phone)?.customer.id == "adam")
    }

    @Test("goes on telling others of a visit here when an older one elsewhere is learned")
    func olderVisit() {
        var configuration = CenterConfiguration.sample
        configuration.customers.remembered = .seconds(3_600)
        var test = TestFloor(configuration)
        _ = test.open()
        let own = test.floor.customerNews(after: 0).changes
        guard case .visited(let visitor, let visit) = own.first else {
            Issue.record("\(own)")
            return
        }
        var older = visit
        older.at = visit.at.advanced(by: .seconds(-60))
        older.count = 4
        test.send(
            .learnCustomers(CustomerNews(floor: 8, after: 0, upTo: 1, changes: [.visited(visitor, older)])))
        var joined = visit
        joined.count = 4
        #expect(test.floor.customerNews(after: 0).changes == [.visited(visitor, joined)])
    }
}
