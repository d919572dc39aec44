public import Wire

/// Traffic is to be kept away from a site from now on, or to come back.
public struct ShiftSite: Hashable, Sendable {
    /// Which site.
    public var site: SiteID
    /// The share of its contacts that the site is left with, 0 to 1; 1 brings all of them back.
    public var share: Double
    /// Why: a sentence for people, at most 256 bytes; may be empty where all comes back.
    public var reason: String

    public init(site: SiteID, share: Double, reason: String) {
        self.site = site
        self.share = share
        self.reason = reason
    }
}

extension ShiftSite: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(site)
        writer.write(share)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(site: try reader.read(), share: try reader.readDouble(), reason: try reader.readString())
    }
}
