import ContactCenter

/// What became of one contact of the played week, as its customer and the agents saw it.
struct SunContact: Sendable {
    /// The site at which it came in.
    let site: SiteID
    /// When.
    let openedAt: Timestamp
    /// When an agent had it; nil while it waits.
    var answeredAt: Timestamp?
    /// The site of that agent.
    var answeredBy: SiteID?
}

/// Everything that was seen of the played week.
struct SunRecord: Sendable {
    private(set) var contacts: [ContactID: SunContact] = [:]
    private(set) var offers = 0
    /// Offers to agents of sites that were closed when they were made.
    private(set) var offersToClosed: [String] = []
    /// Whose opening has not been answered yet.
    private var early: [ContactID: (at: Timestamp, by: SiteID)] = [:]

    /// How many still wait.
    var waiting: Int { contacts.values.count { $0.answeredAt == nil } }

    mutating func opened(_ id: ContactID, at site: SiteID, _ time: Timestamp) {
        contacts[id] = SunContact(site: site, openedAt: time)
        if let answer = early.removeValue(forKey: id) { answered(id, by: answer.by, at: answer.at) }
    }

    mutating func offered(_ offer: OfferView, by site: SunSite) {
        offers += 1
        guard !site.isOpen(at: offer.offeredAt) else { return }
        offersToClosed.append("\(offer.contact) to \(offer.agent) at \(offer.offeredAt.microseconds / 1_000_000)")
    }

    mutating func answered(_ id: ContactID, by site: SiteID, at time: Timestamp) {
        guard contacts[id] != nil else { return early[id] = (time, site) }
        contacts[id]?.answeredAt = time
        contacts[id]?.answeredBy = site
    }
}
