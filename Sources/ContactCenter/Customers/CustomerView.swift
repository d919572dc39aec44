public import Wire

/// A customer of the store as it can be seen from outside.
public struct CustomerView: Hashable, Sendable {
    /// What is kept of the customer.
    public var customer: Customer
    /// The customer's last contact; nil when none is remembered.
    public var lastVisit: Visit?

    public init(customer: Customer, lastVisit: Visit?) {
        self.customer = customer
        self.lastVisit = lastVisit
    }
}

extension CustomerView: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(customer)
        writer.write(lastVisit)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(customer: try reader.read(), lastVisit: try reader.readOptional())
    }
}
