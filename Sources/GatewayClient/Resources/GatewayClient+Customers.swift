public import GatewayAPI

extension GatewayClient {
    /// Customers of the store by rising id, at most `limit` at once.
    public func customers(after: String? = nil, limit: Int? = nil) async throws(GatewayError) -> Page<StoredCustomer> {
        let query = [after.map { "after=\(Self.segment($0))" }, limit.map { "limit=\($0)" }].compactMap(\.self)
        return try await get("/v1/customers" + (query.isEmpty ? "" : "?" + query.joined(separator: "&")))
    }

    /// Who is known by an identity; nil when nobody is.
    public func customer(known identity: String) async throws(GatewayError) -> StoredCustomer? {
        let page: Page<StoredCustomer> = try await get("/v1/customers?identity=\(Self.segment(identity))")
        return page.items.first
    }

    /// A customer by its id.
    public func customer(_ id: String) async throws(GatewayError) -> StoredCustomer {
        try await get("/v1/customers/\(Self.segment(id))")
    }

    /// Keeps a customer, in the place of the one of that id.
    public func keep(
        customer id: String, _ request: CustomerRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        try await order("/v1/customers/\(Self.segment(id))", .json(request), method: .put, key: key)
    }

    /// Forgets a customer.
    public func forget(customer id: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/customers/\(Self.segment(id))", method: .delete, key: key)
    }
}
