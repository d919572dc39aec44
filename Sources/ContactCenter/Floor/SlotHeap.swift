/// Slots by a key, the lowest first, each at most once; the caller keeps the places, so that a slot is moved and
/// removed without being looked for, and nothing dead is left behind.
///
/// Four children a node. Keys that rise, as times do, are added without a comparison beyond their parent's.
struct SlotHeap: Sendable {
    /// The place of a slot that is in no heap.
    static let absent: Int32 = -1

    struct Entry: Sendable {
        var key: Int64
        var slot: Int32
    }

    private(set) var entries: ContiguousArray<Entry> = []

    var first: Entry? { entries.first }
    var count: Int { entries.count }

    /// Puts a slot in, or moves it to another key. Complexity: O(log count).
    mutating func set(_ slot: Int32, key: Int64, places: inout ContiguousArray<Int32>) {
        let place = Int(places[Int(slot)])
        if place >= 0 {
            guard entries[place].key != key else { return }
            entries[place].key = key
            siftDown(siftUp(place, &places), &places)
        } else {
            entries.append(Entry(key: key, slot: slot))
            places[Int(slot)] = Int32(entries.count - 1)
            _ = siftUp(entries.count - 1, &places)
        }
    }

    /// Takes a slot out if it is in. Complexity: O(log count).
    mutating func remove(_ slot: Int32, places: inout ContiguousArray<Int32>) {
        let place = Int(places[Int(slot)])
        guard place >= 0 else { return }
        places[Int(slot)] = Self.absent
        let last = entries.removeLast()
        guard place < entries.count else { return }
        entries[place] = last
        places[Int(last.slot)] = Int32(place)
        siftDown(siftUp(place, &places), &places)
    }

    private func isLess(_ left: Entry, _ right: Entry) -> Bool {
        left.key != right.key ? left.key < right.key : left.slot < right.slot
    }

    private mutating func siftUp(_ start: Int, _ places: inout ContiguousArray<Int32>) -> Int {
        var place = start
        let entry = entries[place]
        while place > 0 {
            let parent = (place - 1) / 4
            guard isLess(entry, entries[parent]) else { break }
            entries[place] = entries[parent]
            places[Int(entries[place].slot)] = Int32(place)
            place = parent
        }
        entries[place] = entry
        places[Int(entry.slot)] = Int32(place)
        return place
    }

    private mutating func siftDown(_ start: Int, _ places: inout ContiguousArray<Int32>) {
        var place = start
        let entry = entries[place]
        while true {
            let firstChild = place * 4 + 1
            guard firstChild < entries.count else { break }
            var least = firstChild
            for child in (firstChild + 1)..<max(firstChild + 1, min(firstChild + 4, entries.count))
            where isLess(entries[child], entries[least]) {
                least = child
            }
            guard isLess(entries[least], entry) else { break }
            entries[place] = entries[least]
            places[Int(entries[place].slot)] = Int32(place)
            place = least
        }
        entries[place] = entry
        places[Int(entry.slot)] = Int32(place)
    }

    /// What is wrong inside; empty when all is well.
    func checkInvariants(_ places: ContiguousArray<Int32>) -> [String] {
        var problems: [String] = []
        for (place, entry) in entries.enumerated() {
            if Int(places[Int(entry.slot)]) != place { problems.append("slot \(entry.slot) is not at place \(place)") }
            if place > 0, isLess(entry, entries[(place - 1) / 4]) { problems.append("place \(place) is out of order") }
        }
        return problems
    }
}
