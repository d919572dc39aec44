/// The sites of a center as a floor keeps them.
struct SiteBoard: Sendable {
    // State.
    /// As of when it is known what is open.
    var reviewedAt = Timestamp(microseconds: 0)
    /// The last choice among sites for each contact that had one.
    var choices: [ContactID: SiteChoice] = [:]

    // From the configuration.
    private(set) var ids: [SiteID] = []
    private(set) var numbers: [SiteID: Int] = [:]
    /// By site: its own hours; nil for always.
    private(set) var calendars: [BusinessCalendar?] = []
    /// By site: the share of its contacts that it is left with.
    private(set) var left: [Double] = []
    private var capacities: [Int?] = []
    /// All calendars of sites, and of queues at sites.
    private var used: [BusinessCalendar] = []

    // Derived.
    /// By site: who is at home there.
    private(set) var agents: [SlotSet] = []
    /// By agent: the site.
    private(set) var homes: ContiguousArray<Int> = []
    /// By site: contacts that its agents have in hand or are offered.
    private(set) var loads: [Int] = []
    /// When something opens or closes next, in microseconds; the largest number for never.
    private(set) var nextChange = Int64.max
    /// Queues in which nothing may wait, since no site is open.
    var shut: [Int32] = []
    /// Whether anywhere more than an agent's site and ability decides whether they may have a contact.
    var isGated = false

    init() {}

    /// Whether any site is not simply open for everything.
    var isTimed: Bool { calendars.contains { $0 != nil } || left.contains { $0 < 1 } || isLimited }

    /// Whether any site has a limit as a whole.
    private(set) var isLimited = false

    /// Takes in what a configuration says.
    mutating func configure(_ configuration: CenterConfiguration, _ table: CalendarTable) {
        ids = configuration.sites.map(\.id)
        numbers = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        calendars = configuration.sites.map { site in site.calendar.flatMap { table[$0] } }
        capacities = configuration.sites.map(\.capacity)
        isLimited = capacities.contains { $0 != nil }
        left = ids.map { id in configuration.shifts.first { $0.site == id }?.share ?? 1 }
        let named = Set(configuration.sites.compactMap(\.calendar))
            .union(configuration.queues.flatMap { $0.sites.compactMap(\.calendar) })
        used = named.sorted().compactMap { table[$0] }
    }

    /// Takes in who is at home where.
    mutating func setHomes(_ sites: ContiguousArray<Int>) {
        homes = sites
        agents = [SlotSet](repeating: SlotSet(), count: ids.count)
        for (agent, site) in sites.enumerated() where site >= 0 { agents[site].insert(Int32(agent)) }
        loads = [Int](repeating: 0, count: ids.count)
    }

    /// The site of an agent; -1 for none.
    @inline(__always)
    func home(of agent: Int32) -> Int { Int(agent) < homes.count ? homes[Int(agent)] : -1 }

    /// Whether a site's agents have as many contacts as they may.
    @inline(__always)
    func isFull(_ site: Int) -> Bool {
        guard isLimited, site >= 0, let capacity = capacities[site] else { return false }
        return loads[site] >= capacity
    }

    /// Counts a contact of a site's agent in, by 1, or out, by -1.
    ///
    /// - Returns: Whether the site was full and is no longer.
    mutating func count(at site: Int, by step: Int) -> Bool {
        guard site >= 0 else { return false }
        let wasFull = isFull(site)
        loads[site] += step
        return wasFull && !isFull(site)
    }

    /// Finds when something opens or closes next. Complexity: O(calendars · days until then).
    mutating func findNextChange() {
        nextChange = used.compactMap { $0.nextChange(after: reviewedAt)?.microseconds }.min() ?? .max
    }
}
