import LoadHarness
import Testing

// The C library knows one zone at a time.
@Suite("Calendars agree with their oracle", .serialized)
struct CalendarCheckTests {
    @Test(
        "around every change of offset and elsewhere",
        arguments: [
            "Europe/Berlin", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca",
            "America/Santiago", "Pacific/Apia", "Asia/Kathmandu", "Asia/Gaza", "America/Nuuk", "Antarctica/Troll",
        ])
    func sampled(zone: String) throws {
        let check = CalendarCheck(years: 2010..<2040, extent: .sampled(elsewhere: 3))
        let figures = check.compare(try ZoneFile.distinct([zone]))
        #expect(figures.differences == 0, "\(figures.examples)")
        #expect(figures.instants >= 1_560 * (figures.offsetChanges + 3) && figures.changes > 0)
    }

    @Test("and what differs is found")
    func differences() throws {
        let (winter, summer) = try (ZoneFile.distinct(["Africa/Lagos"])[0], ZoneFile.distinct(["Europe/Paris"])[0])
        let wrong = ZoneFile(name: winter.name, rules: summer.rules)
        let figures = CalendarCheck(years: 2020..<2021, extent: .sampled(elsewhere: 40)).compare([wrong])
        #expect(figures.differences > 0)
        #expect(!figures.examples.isEmpty)
    }
}
