public import Wire

/// A site as it can be seen from outside.
public struct SiteView: Hashable, Sendable {
    /// The site's id.
    public var id: SiteID
    /// IANA name of its time zone.
    public var timeZone: String
    /// Whether its own calendar has it open, and not all traffic is kept away from it.
    public var isOpen: Bool
    /// When its own calendar opens or closes it next; nil for never.
    public var changesAt: Timestamp?
    /// The share of its contacts that it is left with; 1 unless traffic is kept away from it.
    public var share: Double
    /// Why traffic is kept away from it; nil when none is.
    public var reason: String?
    /// The most contacts that its agents may have; nil for no limit.
    public var capacity: Int?
    /// Contacts that its agents have in hand or are offered.
    public var contacts: Int
    /// Its agents who are signed in.
    public var signedIn: Int
    /// Its agents who are available and have nothing in hand.
    public var idle: Int
}

extension SiteView: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(timeZone)
        writer.write(isOpen)
        writer.write(changesAt)
        writer.write(share)
        writer.write(reason)
        writer.write(capacity)
        writer.write(contacts)
        writer.write(signedIn)
        writer.write(idle)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.read(), timeZone: try reader.readString(), isOpen: try reader.readBool(),
            changesAt: try reader.readOptional(), share: try reader.readDouble(), reason: try reader.readOptional(),
            capacity: try reader.readOptional(), contacts: try reader.readInt(), signedIn: try reader.readInt(),
            idle: try reader.readInt())
    }
}

extension CenterConfiguration {
    /// Whether hours, limits, shares or shifts keep agents from contacts of a queue that they could take.
    public func limitsSites(of queue: QueueConfiguration) -> Bool {
        !shifts.isEmpty || sites.contains { $0.calendar != nil || $0.capacity != nil }
            || queue.sites.contains {
                $0.calendar != nil || $0.condition != nil || $0.share != nil || $0.capacity != nil
            }
    }
}

extension Floor {
    /// All sites, in the order of the configuration, with what agents who are at home in this partition do there.
    /// Complexity: O(agents + sites · days until something changes).
    public func siteViews(now: Timestamp) -> [SiteView] {
        var views = (configuration?.sites ?? []).enumerated().map { number, site in
            let shift = configuration?.shifts.first { $0.site == site.id }
            let hours = SiteHours([sites.calendars[number]].compactMap { $0 })
            return SiteView(
                id: site.id, timeZone: site.timeZone, isOpen: shift?.share != 0 && hours.isOpen(at: now),
                changesAt: hours.nextChange(after: now), share: shift?.share ?? 1, reason: shift?.reason,
                capacity: site.capacity, contacts: 0, signedIn: 0, idle: 0)
        }
        for (agent, record) in agentRecords.enumerated() {
            let site = sites.home(of: Int32(agent))
            guard site >= 0 else { continue }
            views[site].contacts += record.contacts.count + record.guests.count
            if record.presence.contains(.signedIn) { views[site].signedIn += 1 }
            if record.presence.contains(.idle) { views[site].idle += 1 }
        }
        return views
    }
}
