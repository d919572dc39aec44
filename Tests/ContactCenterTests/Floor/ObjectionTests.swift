import ContactCenter
import Testing
import Wire

@Suite("An objection to an event")
struct ObjectionTests {
    @Test("comes before any trap when events of a journal are missing", arguments: 1...8)
    func missingEvents(seed: Int) {
        var driver = RandomCommands(seed: UInt64(seed), supervised: false)
        driver.test.interval = .max
        var random = SeededGenerator(seed: UInt64(seed))
        var floor = Floor(partition: 3)
        // The first configuration was sent before the driver was at hand.
        for event in driver.test.events { floor.apply(event) }
        let oneIn: UInt64 = seed.isMultiple(of: 3) ? 100 : 20
        var objections = 0
        for _ in 0..<800 {
            for event in driver.step() where random.next() % oneIn != 0 {
                if floor.objection(to: event) == nil { floor.apply(event) } else { objections += 1 }
            }
        }
        #expect(objections > 0)
    }

    @Test("says that a contact is not there")
    func unknownContact() {
        let test = TestFloor()
        let event = Event(at: test.now, .held(ContactID(partition: 3, count: 1)))
        #expect(test.floor.objection(to: event) == "there is no contact c3-1")
    }

    @Test("says that a contact does not follow those before")
    func gap() throws {
        var test = TestFloor()
        test.send(.openContact(OpenContact(channel: .voice, queue: "general")))
        let opened = try #require(test.events.first)
        #expect(test.floor.objection(to: opened) == "c3-1 does not follow the 1 contacts before")
    }

    @Test("is none to a version of the configuration that passes others over, and one to a version that goes back")
    func versions() throws {
        var test = TestFloor()
        let before = test.floor
        test.send(.configure(Configure(configuration: .sample, source: "x", version: 5)))
        let configured = try #require(test.events.first)
        #expect(before.objection(to: configured) == nil)
        #expect(test.floor.objection(to: configured) != nil)
    }

    @Test("says that an event happened before the one before it")
    func time() {
        let test = TestFloor()
        let event = Event(at: Timestamp(microseconds: 1), .turnedAway("general"))
        #expect(test.floor.objection(to: event) == "it happened before the event before it")
    }

    @Test("says which agent, queue or offer is not there")
    func unknownNames() {
        let test = TestFloor()
        let queue = Event(at: test.now, .turnedAway("nowhere"))
        #expect(test.floor.objection(to: queue) == "there is no queue nowhere")
        let agent = Event(at: test.now, .streamDetached("nobody"))
        #expect(test.floor.objection(to: agent) == "there is no agent nobody")
    }
}
