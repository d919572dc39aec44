public import Wire

/// A choice among the sites of a queue: the table that was compared.
public struct SiteChoice: Hashable, Sendable {
    /// The most sites of one table.
    static let bound = 1_024

    /// When.
    public var at: Timestamp
    /// Whose agent was to get the contact; nil when nobody was free.
    public var chosen: SiteID?
    /// All sites of the queue, the best first.
    public var sites: [WeighedSite]

    public init(at: Timestamp, chosen: SiteID?, sites: [WeighedSite]) {
        self.at = at
        self.chosen = chosen
        self.sites = sites
    }
}

/// A site as it was compared with others.
public struct WeighedSite: Hashable, Sendable {
    /// Which site.
    public var site: SiteID
    /// What kept the contact from its agents; nil for nothing.
    public var obstacle: SiteObstacle?
    /// Its agents who were free for the contact, as far as was known.
    public var idle: Int
    /// How long the contact would have waited for its agents alone, in whole seconds; nil when none was at work.
    public var predictedWait: Duration?
    /// Of the queue's last contacts with its agents, the share that was answered within the service level's threshold;
    /// nil before the first.
    public var serviceLevel: Double?
    /// What the queue's configuration says.
    public var weight: Double
    /// When it opens or closes next; nil for never.
    public var changesAt: Timestamp?
    /// Whether it closes before a contact would be handled as long as they take on average.
    public var closesSoon: Bool
}

extension SiteChoice: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(at)
        writer.write(chosen)
        writer.write(sites)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            at: try reader.read(), chosen: try reader.readOptional(), sites: try reader.readArray(bound: Self.bound))
    }
}

extension WeighedSite: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(site)
        writer.write(obstacle)
        writer.write(idle)
        writer.write(predictedWait)
        writer.write(serviceLevel)
        writer.write(weight)
        writer.write(changesAt)
        writer.write(closesSoon)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            site: try reader.read(), obstacle: try reader.readOptional(), idle: try reader.readInt(),
            predictedWait: try reader.readOptional(), serviceLevel: try reader.readOptional(),
            weight: try reader.readDouble(), changesAt: try reader.readOptional(), closesSoon: try reader.readBool())
    }
}
