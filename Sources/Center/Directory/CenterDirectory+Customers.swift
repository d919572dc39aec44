public import ContactCenter

/// Customers are kept at the partition that administers the configuration, and every partition learns them; so they are
/// asked for at any.
extension CenterDirectory {
    /// A customer of the store; nil when it has none of that id.
    public func customer(_ id: CustomerID) async throws(CenterError) -> CustomerView? {
        try await call { try await partitionActor(answering).customer(id) }
    }

    /// The customer of the store who is known by an identity; nil when nobody is.
    public func customer(known identity: CustomerIdentity) async throws(CenterError) -> CustomerView? {
        try await call { try await partitionActor(answering).customer(known: identity) }
    }

    /// Customers of the store behind an id, by rising id.
    public func customers(after id: CustomerID?, limit: Int) async throws(CenterError) -> [CustomerView] {
        try await call { try await partitionActor(answering).customers(after: id, limit: limit) }
    }
}
