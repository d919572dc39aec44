public import Wire

/// One thing that one partition knows of customers and the others learn.
public enum CustomerChange: Hashable, Sendable {
    /// A customer of the store, as it is now.
    case kept(Customer)
    /// A customer that the store has no more.
    case forgotten(CustomerID)
    /// A customer's last contact in that partition.
    case visited(VisitorKey, Visit)
}

extension CustomerChange: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .kept(let customer):
            writer.write(byte: 0)
            writer.write(customer)
        case .forgotten(let id):
            writer.write(byte: 1)
            writer.write(id)
        case .visited(let key, let visit):
            writer.write(byte: 2)
            writer.write(key)
            writer.write(visit)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .kept(try reader.read())
        case 1: self = .forgotten(try reader.read())
        case 2: self = .visited(try reader.read(), try reader.read())
        default: throw WireError(.invalidValue, reading: "change of a customer", at: reader.offset - 1)
        }
    }
}
