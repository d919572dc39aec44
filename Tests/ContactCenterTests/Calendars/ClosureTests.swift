import ContactCenter
import Testing

@Suite("A calendar that is closed against its hours")
struct ClosureTests {
    private static var center: CenterConfiguration {
        var configuration = CenterConfiguration.sample { $0.calendar = "office" }
        configuration.calendars = [
            CalendarConfiguration(
                id: "office", timeZone: "Europe/Berlin",
                weekly: (1...7).map { WeeklyInterval(weekday: $0, startMinute: 0, endMinute: 1440) })
        ]
        return configuration
    }

    @Test("lets nobody in until it is over")
    func closing() throws {
        var test = TestFloor(Self.center)
        _ = test.open()
        let until = test.now.advanced(by: .seconds(600))
        let wish = CloseCalendar(calendar: "office", until: until, reason: "Fire alarm")
        #expect(test.send(.closeCalendar(wish)) == .done(.configured(version: 2)))
        #expect(test.floor.configurationHistory.last?.source == "name: test")
        #expect(test.refusal(test.send(.openContact(OpenContact(channel: .voice, queue: "general")))) == .queueClosed)
        let calendar = try #require(test.floor.configuration?.businessCalendar("office"))
        #expect(calendar.nextOpening(after: test.now) == until)
        #expect(calendar.cause(at: test.now).description == "closed against its hours: Fire alarm")
        test.pass(.seconds(600))
        _ = test.open()
    }

    @Test("stays closed when another configuration is put into force, until it is reopened")
    func reopening() {
        var test = TestFloor(Self.center)
        test.send(.closeCalendar(CloseCalendar(calendar: "office", until: nil, reason: "Flood")))
        test.configure(Self.center)
        #expect(test.floor.queue("general", now: test.now)?.isOpen == false)
        #expect(test.send(.reopenCalendar("office")) == .done(.configured(version: 4)))
        _ = test.open()
        #expect(test.refusal(test.send(.reopenCalendar("office"))) == .wrongState)
    }

    @Test("is one that there is, closed for a reason and until a later time")
    func refusals() {
        var test = TestFloor(Self.center)
        func code(_ calendar: CalendarID, _ seconds: Int, _ reason: String) -> Refusal.Code? {
            let until = test.now.advanced(by: .seconds(seconds))
            let wish = CloseCalendar(calendar: calendar, until: until, reason: reason)
            return test.refusal(test.send(.closeCalendar(wish)))
        }
        #expect(code("nowhere", 60, "Flood") == .notFound)
        #expect(code("office", 0, "Flood") == .invalid)
        #expect(code("office", 60, "") == .invalid)
    }

    @Test("and the rules of its time zone are part of the configuration in force")
    func zones() {
        let test = TestFloor(Self.center)
        #expect(test.floor.configuration?.zones.map(\.name) == ["Europe/Berlin"])
        #expect(test.replica.configuration?.zones == test.floor.configuration?.zones)
    }
}
