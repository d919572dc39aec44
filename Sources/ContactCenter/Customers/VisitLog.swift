/// Visits by whose they are, the ones noted or learned longest ago first.
struct VisitLog: Sendable {
    private struct Entry: Sendable {
        var visit: Visit
        /// Tells the entry's place in the order from those that it had before.
        var touch: UInt64
        var isOwn: Bool
    }

    private struct Place: Sendable {
        var touch: UInt64
        /// Of an own visit its revision; of one that was learned, the last before it.
        var revision: UInt64
        var visitor: VisitorKey
    }

    private var entries: [VisitorKey: Entry] = [:]
    private var places: ContiguousArray<Place> = []
    /// Places before this one are done with.
    private var first = 0
    private var touches: UInt64 = 0

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }

    subscript(visitor: VisitorKey) -> Visit? { entries[visitor]?.visit }

    /// Stores a visit as the latest. Complexity: O(1) amortised.
    mutating func set(_ visit: Visit, of visitor: VisitorKey, revision: UInt64, isOwn: Bool) {
        touches += 1
        entries[visitor] = Entry(visit: visit, touch: touches, isOwn: isOwn)
        places.append(Place(touch: touches, revision: revision, visitor: visitor))
        if places.count > 2 * entries.count + 64 { compact() }
    }

    /// Adds to what is known of the latest visit, whoever noted it.
    mutating func amend(_ visitor: VisitorKey, _ visit: Visit) { entries[visitor]?.visit = visit }

    /// Forgets the oldest while there are more than so many.
    mutating func trim(to bound: Int) {
        while entries.count > bound { dropFirst() }
    }

    /// Forgets the oldest while they began before an instant.
    mutating func forget(before instant: Timestamp) {
        while first < places.count {
            if let entry = entries[places[first].visitor], entry.touch == places[first].touch, entry.visit.at >= instant
            {
                return
            }
            dropFirst()
        }
    }

    /// Own visits behind a revision, by rising revision.
    func own(after revision: UInt64, bound: Int) -> [(revision: UInt64, visitor: VisitorKey, visit: Visit)] {
        let start = max(first, places.partitioned { $0.revision > revision })
        var found: [(revision: UInt64, visitor: VisitorKey, visit: Visit)] = []
        for place in places[start...] {
            if found.count == bound { break }
            guard let entry = entries[place.visitor], entry.touch == place.touch, entry.isOwn else { continue }
            found.append((place.revision, place.visitor, entry.visit))
        }
        return found
    }

    /// Calls `body` with every visit in order.
    func forEach(_ body: (VisitorKey, Visit, _ revision: UInt64, _ isOwn: Bool) -> Void) {
        for place in places[first...] {
            guard let entry = entries[place.visitor], entry.touch == place.touch else { continue }
            body(place.visitor, entry.visit, place.revision, entry.isOwn)
        }
    }

    private mutating func dropFirst() {
        guard first < places.count else { return }
        let place = places[first]
        first += 1
        if entries[place.visitor]?.touch == place.touch { entries[place.visitor] = nil }
    }

    private mutating func compact() {
        let known = entries
        places = ContiguousArray(places[first...].filter { known[$0.visitor]?.touch == $0.touch })
        first = 0
    }
}

extension ContiguousArray {
    /// The first place at which something holds that holds at all places behind it; the count when at none.
    /// Complexity: O(log count).
    func partitioned(by holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
