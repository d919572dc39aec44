internal import Wire

/// What can be seen of customers.
extension Floor {
    /// About how many bytes of changes are told at once.
    private static let newsBytes = 262_144

    /// A customer of the store; nil when it has none of that id.
    public func customer(_ id: CustomerID) -> CustomerView? {
        guard let customer = customers[id] else { return nil }
        return CustomerView(customer: customer, lastVisit: lastVisit(of: customer))
    }

    /// The customer of the store who is known by an identity; nil when nobody is.
    public func customer(known identity: CustomerIdentity) -> CustomerView? {
        guard let owner = customers.owner(of: identity) else { return nil }
        return customer(owner)
    }

    /// Customers of the store behind an id, by rising id. Complexity: O(customers).
    public func customers(after id: CustomerID?, limit: Int) -> [CustomerView] {
        var ids = customers.kept.keys.sorted()
        if let id { ids.removeFirst(ids.firstIndex { $0 > id } ?? ids.count) }
        return ids.prefix(limit).compactMap { customer($0) }
    }

    private func lastVisit(of customer: Customer) -> Visit? {
        let visits = customer.identities.compactMap { customers.visit(of: $0) }
        return visits.max { $0.at < $1.at }
    }

    /// Whether it is remembered who has come in.
    public var remembersVisits: Bool { customerRules.remembered != nil }

    /// How far this floor knows what another has decided of customers.
    public func customersLearned(from floor: UInt16) -> UInt64 { customers.learned[floor, default: 0] }

    /// What this floor has decided of customers behind a revision, in its order. A revision that was never reached, as
    /// after a backup was restored, is taken for none.
    public func customerNews(after revision: UInt64) -> CustomerNews {
        let start = revision <= customers.revision ? revision : 0
        var news = CustomerNews(floor: partition, after: start, upTo: start, changes: [])
        var bytes = 0
        let changes = customers.changes(after: start, bound: CustomerNews.bound)
        for (revision, change) in changes where bytes < Self.newsBytes {
            bytes += change.wireBytes().count
            news.changes.append(change)
            news.upTo = revision
        }
        return news
    }
}
