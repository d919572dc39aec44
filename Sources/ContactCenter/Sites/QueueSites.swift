/// The sites of one queue: which are open, and which of its contacts they may have.
///
/// What is open is looked at when something opens or closes, never in between, so that it follows from the events.
struct QueueSites: Sendable {
    /// One site of the queue.
    struct Entry: Sendable {
        /// Number of the site.
        let site: Int
        let configuration: QueueSite
        let hours: SiteHours
        /// How its contacts were served by this site's agents.
        var service = ServiceHistory()

        // As of the last review.
        var isOpen = true
        /// When it closed, where its agents may still have what came before.
        var closedAt: Timestamp?
        /// When it opens or closes next.
        var changesAt: Timestamp?
        var stretch: ClosedRange<UInt64>?

        /// How many of the queue's contacts its agents have in hand or are offered.
        var load = 0

        /// Whether any agent there may have a contact of the queue.
        var isCandidate: Bool { isOpen || closedAt != nil }

        /// Whether as many contacts are there as may be.
        var isFull: Bool { configuration.capacity.map { load >= $0 } ?? false }
    }

    private(set) var entries: [Entry] = []
    /// By site: its entry; -1 for none.
    private var places: [Int] = []
    /// Whether its sites are compared for each contact: the queue names several.
    private(set) var isChosen = false
    /// Whether more than an agent's site and ability decides whether they may have a contact.
    private(set) var isGated = false
    /// Whether no site is open, and what waits ends.
    private(set) var isShut = false
    /// Whether the queue limits how many contacts a site may have.
    private(set) var isLimited = false
    private var closing = SiteClosing.handOver

    init() {}

    /// The sites that the queue names or that its rings add; where it names none and sites have hours, all.
    init(_ queue: QueueConfiguration, _ board: SiteBoard, _ calendars: CalendarTable) {
        closing = queue.closing
        isChosen = queue.sites.count > 1
        var named = queue.sites
        if named.isEmpty {
            guard board.isTimed else { return }
            named = board.ids.map { QueueSite($0) }
        } else {
            let added = Set(queue.rings.flatMap(\.sites)).subtracting(named.map(\.site))
            named += added.sorted().map { QueueSite($0) }
        }
        isLimited = queue.sites.contains { $0.capacity != nil }
        places = [Int](repeating: -1, count: board.ids.count)
        for site in named {
            guard let number = board.numbers[site.site], places[number] < 0 else { continue }
            places[number] = entries.count
            let own = board.calendars[number]
            entries.append(
                Entry(
                    site: number, configuration: site,
                    hours: SiteHours([own, site.calendar.flatMap { calendars[$0] }].compactMap { $0 })))
        }
    }

    /// Whether it depends on sites at all who may have a contact.
    var isKnown: Bool { !entries.isEmpty }

    /// Whether any site has hours.
    var isTimed: Bool { entries.contains { $0.hours.isTimed } }

    /// The entries that are open at an instant.
    ///
    /// - Parameter left: By site: the share of its contacts that it is left with.
    func open(at instant: Timestamp, left: [Double]) -> [Int] {
        entries.indices.filter { left[entries[$0].site] > 0 && entries[$0].hours.isOpen(at: instant) }
    }

    /// When the first of them opens or closes after an instant; nil for never.
    func nextChange(after instant: Timestamp) -> Timestamp? {
        entries.compactMap { $0.hours.nextChange(after: instant) }.min()
    }

    /// Whether any site is closed.
    var hasClosed: Bool { entries.contains { !$0.isOpen } }

    /// Whether a site is closed for contacts that came at some time.
    func isClosed(_ site: Int, toContactOf enqueuedAt: Timestamp) -> Bool {
        guard let entry = entry(of: site), !entry.isOpen else { return false }
        return entry.closedAt.map { enqueuedAt >= $0 } ?? true
    }

    /// The sites that are closed for contacts that came at some time.
    func closed(toContactOf enqueuedAt: Timestamp) -> [Int] {
        entries.map(\.site).filter { isClosed($0, toContactOf: enqueuedAt) }
    }

    /// The entry of a site; nil where the queue does not know it.
    func entry(of site: Int) -> Entry? { place(of: site).map { entries[$0] } }

    @inline(__always)
    private func place(of site: Int) -> Int? {
        site >= 0 && site < places.count && places[site] >= 0 ? places[site] : nil
    }

    /// Looks which sites are open, and deals out what the shares say.
    ///
    /// - Parameter left: By site: the share of its contacts that it is left with.
    mutating func review(at now: Timestamp, left: [Double]) {
        for place in entries.indices {
            let isShifted = left[entries[place].site] == 0
            entries[place].isOpen = !isShifted && entries[place].hours.isOpen(at: now)
            entries[place].changesAt = entries[place].hours.nextChange(after: now)
            let isFinishing = closing == .finish && !isShifted && !entries[place].isOpen
            entries[place].closedAt = isFinishing ? entries[place].hours.lastClosing(before: now) : nil
            entries[place].stretch = nil
        }
        let open = entries.indices.filter { entries[$0].isOpen }
        let shares = SiteShares(
            open.map { place in
                let (share, left) = (entries[place].configuration.share, left[entries[place].site])
                return share == nil && left == 1 ? nil : (share ?? 1) * left
            })
        for (place, stretch) in zip(open, shares.stretches) { entries[place].stretch = stretch }
        isGated = isLimited || entries.contains { $0.closedAt != nil || $0.stretch != nil }
        isShut = closing == .end && !entries.isEmpty && !entries.contains(where: \.isCandidate)
    }

    /// Whether the agents of a site may not have a contact now though they are able to.
    @inline(__always)
    func bars(_ site: Int, _ contact: ContactID, enqueuedAt: Timestamp) -> Bool {
        guard isGated, let place = place(of: site) else { return false }
        return obstacle(to: contact, enqueuedAt: enqueuedAt, at: place) != nil
    }

    /// What keeps a contact from the agents of one of the entries; nil for nothing.
    func obstacle(to contact: ContactID, enqueuedAt: Timestamp, at place: Int) -> SiteObstacle? {
        let entry = entries[place]
        guard entry.isCandidate else { return .closed }
        if let closedAt = entry.closedAt, enqueuedAt >= closedAt { return .closed }
        if entry.isFull { return .full }
        return SiteShares.isIn(entry.stretch, contact) ? nil : .share
    }

    /// What keeps a contact from the agents of a site; nil for nothing, or where the queue does not know the site.
    func obstacle(to contact: ContactID, enqueuedAt: Timestamp, of site: Int) -> SiteObstacle? {
        place(of: site).flatMap { obstacle(to: contact, enqueuedAt: enqueuedAt, at: $0) }
    }

    /// Notes how a contact was served by a site's agent.
    mutating func noteService(of site: Int, isWithinThreshold: Bool) {
        guard isChosen, let place = place(of: site) else { return }
        entries[place].service.add(isWithinThreshold: isWithinThreshold)
    }

    /// Counts a contact of the queue in, by 1, or out, by -1.
    ///
    /// - Returns: Whether a site that was full is no longer.
    mutating func count(at site: Int, by step: Int) -> Bool {
        guard let place = place(of: site) else { return false }
        let wasFull = entries[place].isFull
        entries[place].load += step
        return wasFull && !entries[place].isFull
    }

    /// Keeps how contacts were served, as far as the sites are still there.
    mutating func takeOver(_ other: QueueSites) {
        for place in entries.indices {
            let before = other.entries.first { $0.configuration.site == entries[place].configuration.site }
            entries[place].service = before?.service ?? ServiceHistory()
        }
    }

    mutating func setService(_ service: ServiceHistory, at place: Int) { entries[place].service = service }

    /// Forgets what is counted.
    mutating func resetDerived() {
        for place in entries.indices { entries[place].load = 0 }
    }
}
