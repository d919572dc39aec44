public import Wire

/// A place with its own time zone.
public struct SiteConfiguration: Hashable, Sendable {
    /// The site's id.
    public var id: SiteID
    /// IANA name, such as `Europe/Berlin`.
    public var timeZone: String

    public init(id: SiteID, timeZone: String) {
        self.id = id
        self.timeZone = timeZone
    }
}

extension SiteConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(timeZone)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "site")
        self.init(
            id: try reader.read(), timeZone: try reader.read())
    }
}
