import ContactCenter
import Testing

@Suite("Admission to a queue")
struct AdmissionTests {
    @Test("is refused when the queue is as long as it may be and nobody is free")
    func full() {
        var test = TestFloor(.sample { $0.maximumLength = 1 })
        _ = test.open()
        #expect(test.refusal(test.send(.openContact(OpenContact(channel: .voice, queue: "general")))) == .queueFull)
        #expect(test.floor.queue("general", now: test.now)?.figures.refused == 1)
        test.staff("ann", "bob")
        _ = test.open()
    }

    @Test("is refused while nobody serves the queue, where that is the rule")
    func empty() {
        var test = TestFloor(.sample { $0.joinWhenEmpty = .staffed })
        let wish = Command.Body.openContact(OpenContact(channel: .voice, queue: "general"))
        #expect(test.refusal(test.send(wish)) == .queueEmpty)
        test.send(.signIn("eve"))
        #expect(test.refusal(test.send(wish)) == .queueEmpty)
        test.send(.signIn("ann"))
        _ = test.open()

        var strict = TestFloor(.sample { $0.joinWhenEmpty = .available })
        strict.send(.signIn("ann"))
        #expect(strict.refusal(strict.send(wish)) == .queueEmpty)
        strict.send(.setAvailability(SetAvailability(agent: "ann", state: .available)))
        _ = strict.open()
    }

    @Test("is refused while the calendar has it closed")
    func closed() {
        var configuration = CenterConfiguration.sample { $0.calendar = "office" }
        configuration.calendars = [
            CalendarConfiguration(
                id: "office", timeZone: "UTC",
                weekly: (1...7).map { WeeklyInterval(weekday: $0, startMinute: 540, endMinute: 1_020) })
        ]
        var test = TestFloor(configuration)
        // 2023-11-14 22:13:20 UTC.
        #expect(test.refusal(test.send(.openContact(OpenContact(channel: .voice, queue: "general")))) == .queueClosed)
        #expect(test.floor.queue("general", now: test.now)?.isOpen == false)
        test.pass(.seconds(12 * 3_600))
        _ = test.open()
    }

    @Test("checks every bound of what comes in")
    func bounds() {
        var test = TestFloor()
        func code(_ change: (inout OpenContact) -> Void) -> Refusal.Code? {
            var wish = OpenContact(channel: .voice, queue: "general")
            change(&wish)
            return test.refusal(test.send(.openContact(wish)))
        }
        #expect(code { $0.queue = "nowhere" } == .notFound)
        #expect(code { $0.priority = 1_001 } == .invalid)
        #expect(code { $0.customer = String(repeating: "x", count: 257) } == .invalid)
        #expect(code { $0.attributes["n"] = .number(.nan) } == .invalid)
        #expect(code { $0.attributes["t"] = .text(String(repeating: "x", count: 1_025)) } == .invalid)
        #expect(code { $0.attributes[""] = .truth(true) } == .invalid)
        #expect(code { _ in } == nil)
    }

    @Test("needs a configuration")
    func unconfigured() {
        var test = TestFloor(nil)
        #expect(test.refusal(test.send(.openContact(OpenContact(channel: .voice, queue: "general")))) == .wrongState)
        #expect(test.refusal(test.send(.signIn("ann"))) == .wrongState)
    }
}
