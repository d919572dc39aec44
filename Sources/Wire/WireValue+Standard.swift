extension Bool: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readBool() }
}

extension Int: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readInt() }
}

extension Int64: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readInt64() }
}

extension UInt64: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readUInt64() }
}

extension Double: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readDouble() }
}

extension String: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readString() }
}

extension Optional: WireValue where Wrapped: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readOptional() }
}

extension Array: WireValue where Element: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(self) }
    public init(from reader: inout WireReader) throws(WireError) { self = try reader.readArray() }
}

/// The value of a call that returns nothing.
public struct Nothing: WireValue, Hashable {
    public init() {}
    public func write(to writer: inout WireWriter) {}
    public init(from reader: inout WireReader) throws(WireError) {}
}
