internal import ContactCenter

extension ConfigurationReader {
    mutating func readSite(_ entry: LocatedEntry, at place: String) -> SiteConfiguration {
        var site = SiteConfiguration(id: SiteID(entry.key), timeZone: "")
        guard let fields = entry.value.fields("time-zone", "calendar", "capacity") else { return site }
        site.timeZone = trace(fields.required("time-zone"), as: "\(place).timeZone")?.text() ?? ""
        site.calendar = trace(fields["calendar"], as: "\(place).calendar")?.text().map(CalendarID.init)
        site.capacity = fields["capacity"]?.integer(in: ConfigurationBounds.siteCapacity)
        return site
    }

    /// The sites of a queue: each a name, or a mapping that says more.
    mutating func readQueueSites(_ node: LocatedNode?, at place: String) -> [QueueSite] {
        var sites: [QueueSite] = []
        for item in trace(node, as: place)?.listOrOne() ?? [] {
            let place = "\(place)[\(sites.count)]"
            trace(item, as: place)
            if let site = readQueueSite(item, at: place) { sites.append(site) }
        }
        return sites
    }

    private mutating func readQueueSite(_ item: LocatedNode, at place: String) -> QueueSite? {
        guard !item.isScalar else { return item.text().map { QueueSite(SiteID($0)) } }
        guard let fields = item.fields("site", "calendar", "when", "weight", "share", "capacity"),
            let name = fields.required("site")?.text()
        else { return nil }
        var site = QueueSite(SiteID(name))
        site.calendar = trace(fields["calendar"], as: "\(place).calendar")?.text().map(CalendarID.init)
        site.condition = trace(fields["when"], as: "\(place).condition")?.condition()
        site.weight = fields["weight"]?.number(in: ConfigurationBounds.weight) ?? 1
        site.share = trace(fields["share"], as: "\(place).share")?.share()
        site.capacity = fields["capacity"]?.integer(in: ConfigurationBounds.siteCapacity)
        return site
    }
}
