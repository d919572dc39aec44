import ConfigurationFile
import ContactCenter
import Testing
import Wire

@Suite("Sites of a configuration file")
struct SiteReadingTests {
    private static func file(_ queue: String) -> String {
        """
        sites:
          fra: { time-zone: Europe/Berlin }
          ldh: { time-zone: Australia/Lord_Howe, calendar: day, capacity: 12 }
        calendars:
          day: { time-zone: Australia/Lord_Howe, weekly: { mon-sun: "08:00-16:00" } }
        capacities: { normal: { voice: { maximum: 1 } } }
        queues:
          calls:
        \(queue)
        agents: {}
        """
    }

    @Test("have hours, weights, conditions, shares and limits")
    func everything() throws {
        let file = ConfigurationFile.read(
            Self.file(
                """
                    at-closing: finish
                    sites:
                      - fra
                      - { site: ldh, calendar: day, when: tier == 'gold', weight: 2, share: 30%, capacity: 5 }
                """))
        let configuration = try #require(file.configuration, "\(file.problems)")
        #expect(configuration.sites.map(\.calendar) == [nil, "day"])
        #expect(configuration.sites.map(\.capacity) == [nil, 12])
        var second: QueueSite = "ldh"
        second.calendar = "day"
        second.condition = try Condition(parsing: "tier == 'gold'")
        second.weight = 2
        second.share = 0.3
        second.capacity = 5
        #expect(configuration.queues[0].sites == ["fra", second])
        #expect(configuration.queues[0].closing == .finish)
        #expect(try CenterConfiguration(wireBytes: configuration.wireBytes()) == configuration)
    }

    @Test(
        "say what is wrong and what is allowed",
        arguments: [
            ("    sites: [fra, fra]", "names site `fra` twice"),
            ("    sites: [{ site: nyc }]", "names site `nyc`, which is not defined"),
            ("    sites: [{ weight: 2 }]", "lacks `site`"),
            ("    sites: [{ site: fra, calendar: night }]", "names calendar `night`, which is not defined"),
            ("    sites: [{ site: fra, share: 0 }]", "the share of a site must be from 0.001 to 1.0, not 0.0"),
            ("    sites: [{ site: fra, when: waited > 60 }]", "add the site by a ring with that condition"),
            ("    at-closing: stay", "must be `hand-over`, `finish` or `end`, not `stay`"),
        ])
    func mistakes(lines: String, words: String) {
        let problems = ConfigurationFile.read(Self.file(lines)).problems
        #expect(problems.contains { $0.message.contains(words) }, "\(problems)")
    }
}
