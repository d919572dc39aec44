extension ConfigurationCheck {
    /// A site's own hours and limits.
    mutating func check(_ site: SiteConfiguration, at path: String) {
        check(site.capacity, in: ConfigurationBounds.siteCapacity, "capacity of a site", at: "\(path).capacity")
        checkCalendar(site.calendar, of: "site `\(site.id)`", at: "\(path).calendar")
    }

    /// The sites that a queue names.
    mutating func checkSites(of queue: QueueConfiguration, at path: String) {
        let owner = "queue `\(queue.id)`"
        checkSites(queue.sites.map(\.site), of: owner, at: "\(path).sites")
        var known: Set<SiteID> = []
        for (index, site) in queue.sites.enumerated() {
            let path = "\(path).sites[\(index)]"
            if !known.insert(site.site).inserted { report(path, "\(owner) names site `\(site.site)` twice") }
            check(site.weight, in: ConfigurationBounds.weight, "weight of a site", at: "\(path).weight")
            check(site.share, in: ConfigurationBounds.siteShare, "share of a site", at: "\(path).share")
            check(site.capacity, in: ConfigurationBounds.siteCapacity, "capacity of a site", at: "\(path).capacity")
            checkCalendar(site.calendar, of: owner, at: "\(path).calendar")
            if let condition = site.condition, condition.ofContact == nil {
                report(
                    "\(path).condition",
                    "\(owner) gives site `\(site.site)` a condition that asks for more than attributes of the contact; "
                        + "add the site by a ring with that condition")
            }
        }
        let clauses = queue.sites.reduce(0) { sum, site in
            sum + (site.condition.map { 1 + ($0.ofContact?.clauses.count ?? 0) } ?? 0)
        }
        if clauses > ConfigurationBounds.siteClauses {
            report(
                "\(path).sites",
                "the conditions of the sites of \(owner) have \(clauses) clauses, a site counted as one; at most "
                    + "\(ConfigurationBounds.siteClauses) are allowed")
        }
    }

    private mutating func checkCalendar(_ calendar: CalendarID?, of owner: String, at path: String) {
        guard let calendar, !calendars.contains(calendar) else { return }
        report(
            path,
            "\(owner) names calendar `\(calendar)`, which is not defined"
                + advice(calendar, among: configuration.calendars.map(\.id)))
    }
}
