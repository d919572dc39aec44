/// The customers that a floor knows, and the visits that it remembers.
///
/// Customers are kept in one partition and learned by the others; visits are remembered where the contact was opened,
/// and learned by the others. What this floor itself decided has a rising revision, by which others ask for what is new.
/// Complexity of everything that an opening contact asks: O(1).
struct CustomerStore: Sendable {
    /// The most customers.
    static let bound = 5_000_000
    /// The most visits that are remembered; beyond it the oldest are forgotten.
    static let visitBound = 2_000_000

    struct Kept: Sendable {
        var customer: Customer
        /// 0 for one that was learned.
        var revision: UInt64
    }

    private(set) var kept: [CustomerID: Kept] = [:]
    /// Customers that were forgotten here, with the revision of that: others are still to learn it.
    private(set) var gone: [CustomerID: UInt64] = [:]
    private(set) var visits = VisitLog()
    /// How many changes were decided here.
    private(set) var revision: UInt64 = 0
    /// By number of a floor: up to which revision its changes are known here.
    private(set) var learned: [UInt16: UInt64] = [:]

    // Derived.
    private var identities: [CustomerIdentity: CustomerID] = [:]
    /// Customers kept and forgotten here, by rising revision; those that changed since are passed over.
    private var order: ContiguousArray<(revision: UInt64, customer: CustomerID)> = []

    init() {}

    /// Puts together what a snapshot holds.
    init(
        kept: [Kept], gone: [CustomerID: UInt64], visits: VisitLog, revision: UInt64, learned: [UInt16: UInt64]
    ) {
        for entry in kept {
            self.kept[entry.customer.id] = entry
            for identity in entry.customer.identities { identities[identity] = entry.customer.id }
        }
        self.gone = gone
        self.visits = visits
        self.revision = revision
        self.learned = learned
        reorder()
    }

    var count: Int { kept.count }
    var isEmpty: Bool { kept.isEmpty && visits.isEmpty }

    subscript(id: CustomerID) -> Customer? { kept[id]?.customer }

    /// Who is known by an identity; nil when nobody is.
    func owner(of identity: CustomerIdentity) -> CustomerID? { identities[identity] }

    /// Whose visits whoever has this identity makes.
    func visitor(_ identity: CustomerIdentity) -> VisitorKey {
        identities[identity].map { .customer($0) } ?? .identity(identity)
    }

    /// The last visit of whoever has this identity, made under it or as the customer it belongs to.
    func visit(of identity: CustomerIdentity) -> Visit? {
        let own = visits[.identity(identity)]
        guard let owner = identities[identity], let known = visits[.customer(owner)] else { return own }
        return own.map { $0.at > known.at ? $0 : known } ?? known
    }

    /// Keeps a customer, in the place of the one of that id.
    mutating func keep(_ customer: Customer) {
        revision += 1
        put(Kept(customer: customer, revision: revision))
        gone[customer.id] = nil
        note(customer.id)
    }

    mutating func forget(_ id: CustomerID) {
        revision += 1
        remove(id)
        gone[id] = revision
        note(id)
    }

    /// Notes a visit made here.
    mutating func note(_ visit: Visit, of visitor: VisitorKey) {
        revision += 1
        visits.set(visit, of: visitor, revision: revision, isOwn: true)
        visits.trim(to: Self.visitBound)
    }

    /// Forgets visits that began before an instant, as far as they are the oldest.
    mutating func forgetVisits(before instant: Timestamp) { visits.forget(before: instant) }

    /// Takes over what another floor has told, unless something between is missing.
    mutating func learn(_ news: CustomerNews) {
        guard isFitting(news) else { return }
        learned[news.floor] = news.upTo
        for change in news.changes {
            switch change {
            case .kept(let customer): put(Kept(customer: customer, revision: 0))
            case .forgotten(let id): remove(id)
            case .visited(let visitor, let visit): learn(visit, of: visitor)
            }
        }
        visits.trim(to: Self.visitBound)
    }

    /// A visit that is later here stays what others are told of.
    private mutating func learn(_ visit: Visit, of visitor: VisitorKey) {
        let known = visits[visitor]
        let joined = visit.joined(with: known)
        if let known, known.at >= visit.at {
            visits.amend(visitor, joined)
        } else {
            visits.set(joined, of: visitor, revision: revision, isOwn: false)
        }
    }

    /// Whether news follow what is known of their floor; those from its very beginning always do.
    func isFitting(_ news: CustomerNews) -> Bool { news.after == 0 || news.after == learned[news.floor, default: 0] }

    /// What was decided here behind a revision, at most `bound` changes, in their order.
    func changes(after start: UInt64, bound: Int) -> [(revision: UInt64, change: CustomerChange)] {
        let first = order.partitioned { $0.revision > start }
        var found: [(revision: UInt64, change: CustomerChange)] = []
        for entry in order[first...] {
            if found.count == bound { break }
            if let kept = kept[entry.customer], kept.revision == entry.revision {
                found.append((entry.revision, .kept(kept.customer)))
            } else if gone[entry.customer] == entry.revision {
                found.append((entry.revision, .forgotten(entry.customer)))
            }
        }
        found += visits.own(after: start, bound: bound).map { ($0.revision, .visited($0.visitor, $0.visit)) }
        return Array(found.sorted { $0.revision < $1.revision }.prefix(bound))
    }

    private mutating func put(_ entry: Kept) {
        remove(entry.customer.id)
        for identity in entry.customer.identities {
            // Where it was decided somebody else gave the identity up before; that is still to be learned.
            if let other = identities[identity] { kept[other]?.customer.identities.removeAll { $0 == identity } }
            identities[identity] = entry.customer.id
        }
        kept[entry.customer.id] = entry
    }

    private mutating func remove(_ id: CustomerID) {
        guard let old = kept.removeValue(forKey: id) else { return }
        for identity in old.customer.identities where identities[identity] == id { identities[identity] = nil }
    }

    private mutating func note(_ id: CustomerID) {
        order.append((revision, id))
        if order.count > 2 * (kept.count + gone.count) + 64 { reorder() }
    }

    private mutating func reorder() {
        order = ContiguousArray(
            (kept.values.filter { $0.revision > 0 }.map { ($0.revision, $0.customer.id) }
                + gone.map { ($0.value, $0.key) }).sorted { $0.0 < $1.0 })
    }
}

extension Visit {
    /// The later of two visits of one customer, with what either knows.
    func joined(with other: Visit?) -> Visit {
        guard let other else { return self }
        var later = at >= other.at ? self : other
        let earlier = at >= other.at ? other : self
        later.count = max(later.count, earlier.count)
        later.agent = later.agent ?? earlier.agent
        return later
    }
}
