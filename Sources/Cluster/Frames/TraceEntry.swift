public import Wire

/// One entry of a ``TraceContext``.
public struct TraceEntry: Hashable, Sendable {
    /// What the value is.
    public let key: String
    /// The value.
    public let value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

extension TraceEntry: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(key)
        writer.write(value)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        key = try reader.readString(bound: TraceContext.textBound)
        value = try reader.readString(bound: TraceContext.textBound)
    }
}
