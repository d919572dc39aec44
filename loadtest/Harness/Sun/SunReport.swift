import ContactCenter
import Foundation

/// What the played week came to.
public struct SunReport: Sendable {
    /// One closing of one site, and what waited there.
    public struct Closing: Sendable {
        let site: SiteID
        /// In seconds since 1970.
        let at: Int
        /// How many that came in there waited.
        var waiting = 0
        /// How many of them each site answered.
        var answered: [SiteID: Int] = [:]
        /// Sum and maximum of how long they waited from then on, in seconds.
        var waited = 0.0
        var longest = 0.0
        /// How many were answered by nobody before the site itself opened again.
        var left = 0
    }

    /// Contacts that came in, and those answered.
    public let (opened, answered): (Int, Int)
    /// Offers that were made.
    public let offers: Int
    /// Offers to agents of sites that were closed.
    public let offersToClosed: [String]
    /// Every closing, in the order of time.
    public let closings: [Closing]

    init(_ record: SunRecord, _ sites: [SunSite], until end: Int) {
        opened = record.contacts.count
        answered = record.contacts.values.count { $0.answeredAt != nil }
        offers = record.offers
        offersToClosed = record.offersToClosed
        closings = sites.flatMap { site in
            site.openings.filter { $0.upperBound <= end }.map { opening in
                let next = site.openings.first { $0.lowerBound >= opening.upperBound }?.lowerBound ?? .max
                return Self.closing(of: site, at: opening.upperBound, until: next, record)
            }
        }.sorted { $0.at < $1.at }
    }

    private static func closing(of site: SunSite, at: Int, until next: Int, _ record: SunRecord) -> Closing {
        var closing = Closing(site: site.id, at: at)
        let time = Timestamp(microseconds: Int64(at) * 1_000_000)
        for contact in record.contacts.values where contact.site == site.id && contact.openedAt < time {
            if let answeredAt = contact.answeredAt, answeredAt < time { continue }
            closing.waiting += 1
            guard let answeredAt = contact.answeredAt, let by = contact.answeredBy else {
                closing.left += 1
                continue
            }
            closing.answered[by, default: 0] += 1
            let wait = Double(answeredAt.microseconds - time.microseconds) / 1_000_000
            closing.waited += wait
            closing.longest = max(closing.longest, wait)
            if answeredAt.microseconds >= Int64(next) * 1_000_000 { closing.left += 1 }
        }
        return closing
    }

    /// Whether no contact was offered to a closed site, and none left waiting.
    public var isClean: Bool { offersToClosed.isEmpty && closings.allSatisfy { $0.left == 0 } && answered == opened }

    private static func utc(_ second: Int) -> String {
        Date(timeIntervalSince1970: Double(second)).formatted(.iso8601)
    }

    /// The hand-overs in a table, and what was wrong.
    public var text: String {
        let total = closings.reduce((waiting: 0, left: 0)) { ($0.waiting + $1.waiting, $0.left + $1.left) }
        let rows = closings.map { closing in
            let by = closing.answered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let count = Double(max(1, closing.answered.values.reduce(0, +)))
            return [
                "\(closing.site)", Self.utc(closing.at), "\(closing.waiting)", by.joined(separator: ", "),
                "\(Int((closing.waited / count).rounded())) s", "\(Int(closing.longest.rounded())) s",
                "\(closing.left)",
            ]
        }
        let head = ["site", "closed (UTC)", "waiting", "answered by", "after (mean)", "after (longest)", "left"]
        let wrong = offersToClosed.prefix(10).map { "offered to a closed site: \($0)" }
        return """
            \(TextTable.aligned([head] + rows))

            \(opened) contacts, \(answered) answered; \(offers) offers, \(offersToClosed.count) of them to a site that was \
            closed; \(total.waiting) waited at closings, \(total.left) were left there.
            \(wrong.joined(separator: "\n"))
            """
    }
}
