import ContactCenter
import Testing
import Wire

@Suite("Forecasts of waits")
struct ForecastTests {
    @Test("count who comes first by priority and enqueue time")
    func positions() {
        var test = TestFloor()
        let first = test.open()
        test.pass(.seconds(1))
        let second = test.open()
        let urgent = test.open(priority: 5)
        let other = test.open("billing")
        #expect([first, second, urgent, other].map { test.floor.forecast(of: $0)?.position } == [2, 3, 1, 1])
        test.send(.abandon(urgent))
        #expect([first, second, urgent].map { test.floor.forecast(of: $0)?.position } == [1, 2, nil])
    }

    @Test("promise nothing where nobody serves, and no wait where somebody is free")
    func extremes() {
        var test = TestFloor()
        let contact = test.open()
        #expect(test.floor.forecast(of: contact) == WaitForecast(position: 1, expectedWait: nil))
        #expect(test.floor.queue("general", now: test.now)?.expectedWait == nil)
        test.staff("ann", "bob")
        #expect(test.floor.forecast(of: contact) == WaitForecast(position: 1, expectedWait: .zero))
        #expect(test.floor.queue("general", now: test.now)?.expectedWait == .zero)
    }

    @Test("follow what the agents have shown")
    func learning() throws {
        var test = TestFloor(.sample { $0.wrapUpLimit = .zero })
        test.interval = 7
        test.staff("ann")
        var contacts = (0..<6).map { _ in test.open() }
        for _ in 0..<40 {
            contacts.append(test.open())
            let contact = contacts.removeFirst()
            test.accept(contact)
            test.pass(.seconds(60))
            test.send(.complete(contact))
        }
        // The first of the six that wait is on offer, the fifth behind it has four ahead and ann for a minute each.
        let last = try #require(contacts.last)
        let waiting = test.floor.forecast(of: last)
        let forecast = try #require(waiting)
        #expect(forecast.position == 5)
        let seconds = try #require(forecast.expectedWait?.inSeconds)
        #expect((250...350).contains(seconds))
        // Two agents are twice as fast from the moment that the second comes.
        test.send(.signIn("bob"))
        test.send(.setAvailability(SetAvailability(agent: "bob", state: .available)))
        let faster = test.floor.forecast(of: last)
        let halved = try #require(faster?.expectedWait?.inSeconds)
        #expect((125...175).contains(halved))
    }

    @Test("take ringing for no sign of how soon agents become free")
    func ringing() throws {
        var test = TestFloor(.sample { $0.wrapUpLimit = .zero })
        test.interval = 7
        test.staff("ann")
        for _ in 0..<40 {
            let contact = test.open()
            test.pass(.seconds(4))
            test.accept(contact)
            test.pass(.seconds(60))
            test.send(.complete(contact))
        }
        let (first, next) = (test.open(), test.open())
        test.accept(first)
        let forecast = test.floor.forecast(of: next)
        let seconds = try #require(forecast?.expectedWait?.inSeconds)
        #expect((50...80).contains(seconds))
    }

    @Test("count those of other queues who take the same agents")
    func otherQueues() throws {
        var test = TestFloor()
        test.send(.signIn("ann"))
        let alone = test.open()
        let before = test.floor.forecast(of: alone)
        for _ in 0..<5 { _ = test.open("billing", priority: 9) }
        let after = test.floor.forecast(of: alone)
        #expect(before?.position == 1)
        #expect(after?.position == 1)
        let short = try #require(before?.expectedWait)
        let long = try #require(after?.expectedWait)
        #expect(short < long)
    }

    @Test("count only those rivals who take from the same agents")
    func rivals() throws {
        var test = TestFloor()
        test.send(.signIn("ann"))
        test.send(.signIn("dee"))
        for _ in 0..<10 { _ = test.open(requirement: "billing >= 8") }
        let plain = test.open()
        let skilled = test.open(requirement: "billing >= 8")
        let near = test.floor.forecast(of: plain)
        let short = try #require(near?.expectedWait)
        let far = test.floor.forecast(of: skilled)
        let long = try #require(far?.expectedWait)
        #expect(short < long)
    }
}
