import ContactCenter

/// Who waits, at one place in the order of a partition's offers.
struct OrderSweep {
    private let arrivals: [Int]
    private let returns: [Int]
    private var arrival = 0
    private var returned = 0
    private var classes: [Key: WaitingClass] = [:]

    /// How many that went before an offered contact are looked at.
    private static let candidateBound = 32

    /// A class: contacts of it may be served by the same agents, so far as their attributes do not differ.
    struct Key: Hashable {
        let queue: QueueID
        let channel: Channel
        let requirement: String?
        let ring: Int
    }

    init(arrivals: [Int], returns: [Int]) {
        self.arrivals = arrivals
        self.returns = returns
    }

    var nextArrival: Int? { arrival < arrivals.count ? arrivals[arrival] : nil }
    var nextReturn: Int? { returned < returns.count ? returns[returned] : nil }

    mutating func nextArrivalWasAdmitted() { arrival += 1 }
    mutating func nextReturnWasAdmitted() { returned += 1 }

    mutating func insert(_ key: Key, _ member: WaitingClass.Member) { classes[key, default: .init()].insert(member) }
    mutating func remove(_ key: Key, _ member: WaitingClass.Member) { classes[key]?.remove(member) }

    /// Nobody waits for certain any more: an offer was not seen.
    mutating func forget() { classes.removeAll(keepingCapacity: true) }

    /// The first that go before a contact of their class.
    func prefix(of key: Key, before member: WaitingClass.Member) -> [WaitingClass.Member] {
        classes[key]?.prefix(Self.candidateBound, before: member) ?? []
    }
}

extension Collection where Element == Int {
    /// The elements by rising key: by counting where the keys lie close together, as ids that count up do, and by
    /// comparing otherwise.
    func sortedByDenseKey(_ key: (Int) -> UInt64) -> [Int] {
        let keys = map(key)
        guard let low = keys.min(), let high = keys.max() else { return [] }
        let span = high - low
        guard span < UInt64(4 * count + 1_024) else { return self.sorted { key($0) < key($1) } }
        var table = [Int](repeating: -1, count: Int(span) + 1)
        for (element, key) in zip(self, keys) { table[Int(key - low)] = element }
        return table.filter { $0 >= 0 }
    }
}
