import ContactCenter

/// The week that is played: three sites around the world, and the business that they share.
public struct SunPlan: Sendable {
    /// The first second: late in March, on the evening before Europe's clocks go forward.
    static let start = 1_774_720_800
    /// How long it lasts, in seconds: a week and a quarter of a day, until Lord Howe's clocks have gone back by half an
    /// hour and the site there has opened once more.
    static let length = 7 * 86_400 + 6 * 3_600

    /// How many business seconds pass in a second.
    public var rate = 1_000
    /// How many agents each site has.
    public var agents = 6
    /// How many contacts come in an hour, over all sites.
    public var contactsAnHour = 54.0
    /// How long a contact is handled on average, in seconds.
    public var handling = 300.0
    /// How long the week is played, in business seconds; less to try it out.
    public var seconds = Self.length

    public init() {}

    /// The sites, with their openings by the wall's clock.
    func sites() -> [SunSite] {
        let span = Self.start..<Self.start + seconds + 2 * 86_400
        return [
            SunSite(id: "fra", zone: "Europe/Berlin", hours: 8..<14, during: span),
            SunSite(id: "nyc", zone: "America/New_York", hours: 8..<17, during: span),
            SunSite(id: "ldh", zone: "Australia/Lord_Howe", hours: 8..<16, during: span),
        ]
    }

    /// The agents of a site.
    func agents(of site: SunSite) -> [AgentID] { (1...agents).map { AgentID("\(site.id)-\($0)") } }

    /// The configuration file: one queue that every site serves in its own hours, each day of the week.
    func source(_ sites: [SunSite]) -> String {
        var text = """
            center: { name: Around the sun }
            settings: { offer-timeout: 1h, wrap-up-limit: none, unanswered-limit: 0, ended-retention: 600s, \
            command-window: 1d }
            capacities: { normal: { voice: { maximum: 1 } } }
            queues:
              calls: { label: Calls, wrap-up-limit: 0s, sites: [\(sites.map(\.id.name).joined(separator: ", "))] }
            sites:

            """
        for site in sites { text += "  \(site.id): { time-zone: \(site.zone), calendar: \(site.id) }\n" }
        text += "calendars:\n"
        for site in sites {
            let hours = "\(Self.hour(site.hours.lowerBound))-\(Self.hour(site.hours.upperBound))"
            text += "  \(site.id): { time-zone: \(site.zone), weekly: { mon-sun: [\"\(hours)\"] } }\n"
        }
        text += "agents:\n"
        for site in sites {
            for agent in agents(of: site) { text += "  \(agent): { site: \(site.id), capacity: normal }\n" }
        }
        return text
    }

    private static func hour(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }
}
