public import Wire

/// A site as one queue has it: when and for which contacts its agents may have them, and how many.
public struct QueueSite: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Which site.
    public var site: SiteID
    /// When its agents may have the queue's contacts, beside the site's own hours; nil for always.
    public var calendar: CalendarID?
    /// Which contacts they may have, by attributes of the contact alone; nil for all.
    public var condition: Condition?
    /// Beside others as good the site of the greatest weight is taken.
    public var weight = 1.0
    /// The share of the queue's contacts that they may have, 0 to 1; nil for any.
    public var share: Double?
    /// The most contacts of the queue that they may have, offers and wrap-up included; nil for no limit.
    public var capacity: Int?

    /// A site whose agents may have every contact at any time.
    public init(_ site: SiteID) {
        self.site = site
    }

    public init(stringLiteral site: String) {
        self.init(SiteID(site))
    }
}

extension QueueSite: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(site)
        writer.write(calendar)
        writer.write(condition)
        writer.write(weight)
        writer.write(share)
        writer.write(capacity)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(try reader.read())
        calendar = try reader.readOptional()
        condition = try reader.readOptional()
        weight = try reader.readDouble()
        share = try reader.readOptional()
        capacity = try reader.readOptional()
    }
}
