public import Wire

/// Traffic that is kept away from a site, in an emergency or while it comes back.
public struct SiteShift: Hashable, Sendable {
    /// Which site.
    public var site: SiteID
    /// Of the contacts that its agents could have, the share that they may have: 0 to below 1; 0 closes the site.
    public var share: Double
    /// Since when, in whole seconds.
    public var from: Timestamp
    /// Why: a sentence for people.
    public var reason: String

    public init(site: SiteID, share: Double, from: Timestamp, reason: String) {
        self.site = site
        self.share = share
        self.from = from
        self.reason = reason
    }
}

extension SiteShift: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(site)
        writer.write(share)
        writer.write(from)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            site: try reader.read(), share: try reader.readDouble(), from: try reader.read(),
            reason: try reader.readString())
        guard (0..<1).contains(share) else {
            throw WireError(.invalidValue, reading: "share of a site", at: reader.offset)
        }
    }
}
