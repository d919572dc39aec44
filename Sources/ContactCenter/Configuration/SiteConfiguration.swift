public import Wire

/// A place with its own time zone.
public struct SiteConfiguration: Hashable, Sendable {
    /// The site's id.
    public var id: SiteID
    /// IANA name, such as `Europe/Berlin`.
    public var timeZone: String
    /// When its agents may be offered anything; nil for always.
    public var calendar: CalendarID?
    /// The most contacts that its agents may have, offers and wrap-up included; nil for no limit. A site of several
    /// partitions may have as many in each: every partition counts what its own agents have.
    public var capacity: Int?

    public init(id: SiteID, timeZone: String) {
        self.id = id
        self.timeZone = timeZone
    }
}

extension SiteConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 2)
        writer.write(id)
        writer.write(timeZone)
        writer.write(calendar)
        writer.write(capacity)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(2, of: "site")
        self.init(
            id: try reader.read(), timeZone: try reader.read())
        guard layout > 1 else { return }
        calendar = try reader.readOptional()
        capacity = try reader.readOptional()
    }
}
