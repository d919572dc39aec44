import Wire

/// One entry of a ``TraceContext``.
struct TraceEntry: Hashable, Sendable {
    /// What the value is.
    let key: String
    /// The value.
    let value: String

    init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

extension TraceEntry: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(key)
        writer.write(value)
    }

    init(from reader: inout WireReader) throws(WireError) {
        key = try reader.readString(bound: TraceContext.textBound)
        value = try reader.readString(bound: TraceContext.textBound)
    }
}
