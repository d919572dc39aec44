import ContactCenter
public import Wire

extension CenterError: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: code.value.rawValue)
        writer.write(message)
        writer.write(retryAfter)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        guard let value = Code.Value(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "code of an error", at: reader.offset - 1)
        }
        let message = try reader.readString()
        self.init(Code(value: value), message, retryAfter: try reader.readOptional())
    }
}
