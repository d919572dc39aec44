import Wire

/// Reads the arguments of a received call, one behind the other.
struct ArgumentReader {
    /// The arguments of a call could not be read.
    struct Fault: Error {
        let cause: WireError
    }

    private var reader: WireReader

    init(_ bytes: [UInt8]) {
        reader = WireReader(bytes)
    }

    /// Reads the next argument.
    mutating func next<Argument: WireValue>(_ type: Argument.Type) throws(Fault) -> Argument {
        do { return try reader.read(type) } catch { throw Fault(cause: error) }
    }

    /// Checks that there are no more arguments than the method has parameters.
    mutating func finish() throws(Fault) {
        do { try reader.finish() } catch { throw Fault(cause: error) }
    }
}
