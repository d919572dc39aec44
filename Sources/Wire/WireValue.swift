/// A value that is written to and read from bytes: an argument of a remote call, a journal record, a snapshot.
///
/// Fields are written in a fixed order, without names. A layout that may change later begins with a version byte
/// of its own, so that a newer program reads what an older one wrote.
public protocol WireValue: Sendable {
    /// Appends this value's bytes to the writer.
    func write(to writer: inout WireWriter)

    /// Reads a value, leaving the reader behind its last byte.
    ///
    /// - Throws: ``WireError`` when the bytes end early, exceed a bound, or do not spell a value. Bytes come from
    ///   peers and disks: reading never traps.
    init(from reader: inout WireReader) throws(WireError)
}

extension WireValue {
    /// This value's bytes alone.
    public func wireBytes() -> [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads a value that fills `bytes` exactly.
    ///
    /// - Throws: ``WireError``, ``WireError/Code/trailingBytes`` included.
    public init(wireBytes bytes: [UInt8]) throws(WireError) {
        var reader = WireReader(bytes)
        self = try Self(from: &reader)
        try reader.finish()
    }
}
