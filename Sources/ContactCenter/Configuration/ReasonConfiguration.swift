public import Wire

/// Why an agent may be not ready.
public struct ReasonConfiguration: Hashable, Sendable {
    /// The reason's code.
    public var code: ReasonCode
    /// A name for people.
    public var label: String

    public init(code: ReasonCode, label: String = "") {
        self.code = code
        self.label = label
    }
}

extension ReasonConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(code)
        writer.write(label)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "reason")
        self.init(
            code: try reader.read(), label: try reader.read())
    }
}
