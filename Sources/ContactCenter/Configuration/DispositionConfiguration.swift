public import Wire

/// How a contact may turn out.
public struct DispositionConfiguration: Hashable, Sendable {
    /// The disposition's code.
    public var code: DispositionCode
    /// A name for people.
    public var label: String

    public init(code: DispositionCode, label: String = "") {
        self.code = code
        self.label = label
    }
}

extension DispositionConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(code)
        writer.write(label)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "disposition")
        self.init(
            code: try reader.read(), label: try reader.read())
    }
}
