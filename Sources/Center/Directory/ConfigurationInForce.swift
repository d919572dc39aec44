public import ContactCenter
public import Wire

/// The configuration that holds at one instant.
public struct ConfigurationInForce: Hashable, Sendable {
    /// Its number, from 1; 0 before the first.
    public var version: Int
    /// The file as it was written; empty before the first.
    public var source: String
    /// Since when; nil before the first.
    public var since: Timestamp?
    /// nil before the first.
    public var configuration: CenterConfiguration?

    public init(version: Int, source: String, since: Timestamp?, configuration: CenterConfiguration?) {
        self.version = version
        self.source = source
        self.since = since
        self.configuration = configuration
    }
}

extension ConfigurationInForce: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(version)
        writer.write(source)
        writer.write(since)
        writer.write(configuration)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            version: try reader.readInt(), source: try reader.readString(bound: Configure.sourceBound),
            since: try reader.readOptional(), configuration: try reader.readOptional())
    }
}
