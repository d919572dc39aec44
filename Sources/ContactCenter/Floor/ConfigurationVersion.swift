public import Wire

/// A configuration that was put into force.
public struct ConfigurationVersion: Hashable, Sendable {
    /// Its number, from 1.
    public var version: Int
    /// The file as it was written.
    public var source: String
    /// Since when.
    public var at: Timestamp

    public init(version: Int, source: String, at: Timestamp) {
        self.version = version
        self.source = source
        self.at = at
    }
}

extension ConfigurationVersion: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(version)
        writer.write(source)
        writer.write(at)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            version: try reader.readInt(), source: try reader.readString(bound: Configure.sourceBound),
            at: try reader.read())
    }
}
