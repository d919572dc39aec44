/// The waiting contacts of all classes, each class in its own order.
///
/// A class's contacts stand in order in a chain of blocks of at most 64. Whoever comes last is appended; a contact
/// that goes back to an older place, or brings a higher priority, finds it by bisection over the blocks and then
/// inside one. So every step costs a bounded number of comparisons and a move inside one block, wherever the place
/// is. Blocks lie in one arena and are reused; a contact costs 36 bytes.
struct WaitingStore: Sendable {
    private static let blockSize = 64

    /// Where a contact stands among the others.
    struct Key: Comparable, Sendable {
        /// 12 bits: 2047 less the priority. 52 bits: enqueue time in microseconds.
        let packed: UInt64
        let number: UInt64

        static func < (left: Key, right: Key) -> Bool {
            left.packed != right.packed ? left.packed < right.packed : left.number < right.number
        }
    }

    private static let timeBits: UInt64 = 52
    private static let timeMask: UInt64 = 1 << timeBits - 1

    /// The packed part of a key; priorities and times beyond what it holds count as the nearest that it does.
    static func packed(priority: Int, enqueuedAt: Timestamp) -> UInt64 {
        let rank = UInt64(2047 - max(-2048, min(2047, priority)))
        return rank << timeBits | UInt64(max(0, min(Int64(timeMask), enqueuedAt.microseconds)))
    }

    static func priority(_ packed: UInt64) -> Int { 2047 - Int(packed >> timeBits) }

    static func enqueuedAt(_ packed: UInt64) -> Timestamp { Timestamp(microseconds: Int64(packed & timeMask)) }

    // The blocks' entries, 64 a block.
    private var keys: ContiguousArray<UInt64> = []
    private var contacts: ContiguousArray<Int32> = []
    // By block: its first entry's place and how many there are.
    private var starts: ContiguousArray<Int32> = []
    private var counts: ContiguousArray<Int32> = []
    private var spare: ContiguousArray<Int32> = []
    /// By contact.
    private var entries: ContiguousArray<Entry> = []

    private struct Entry {
        var key: Key
        /// The class in which it waits; -1 for none.
        var classIndex: Int32
    }

    /// The class in which a contact waits; -1 for none.
    func classIndex(of contact: Int32) -> Int32 { contact < entries.count ? entries[Int(contact)].classIndex : -1 }

    func key(of contact: Int32) -> Key { entries[Int(contact)].key }

    /// The first of a list that is not empty.
    func first(of list: WaitingList) -> Int32 {
        let block = Int(list.blocks[0])
        return contacts[block << 6 + Int(starts[block])]
    }

    /// The first of a list and the packed part of its key; nil when the list is empty.
    func head(of list: WaitingList) -> (contact: Int32, packed: UInt64)? {
        guard let block = list.blocks.first.map(Int.init) else { return nil }
        let place = block << 6 + Int(starts[block])
        return (contacts[place], keys[place])
    }

    /// Puts a contact that does not wait in its place. Complexity: O(1) at the end, else O(log count), and now and
    /// then O(count / 64) to open a block.
    mutating func insert(_ contact: Int32, _ key: Key, class index: Int32, into list: inout WaitingList) {
        while entries.count <= contact { entries.append(Entry(key: Key(packed: 0, number: 0), classIndex: -1)) }
        precondition(entries[Int(contact)].classIndex < 0, "contact slot \(contact) waits already")
        entries[Int(contact)] = Entry(key: key, classIndex: index)
        list.count += 1
        if let last = list.blocks.last, key < lastKey(in: Int(last)) {
            insertInside(contact, key, &list)
        } else {
            append(contact, key.packed, &list)
        }
    }

    /// Takes out a contact that waits in the list. Complexity: O(log count), and now and then O(count / 64).
    ///
    /// - Parameter isFirst: Whether it is the first, which takes no search.
    mutating func remove(_ contact: Int32, isFirst: Bool, from list: inout WaitingList) {
        let key = key(of: contact)
        let index = isFirst ? 0 : blockIndex(for: key, in: list)
        let block = Int(list.blocks[index])
        let place = isFirst ? block << 6 + Int(starts[block]) : place(for: key, in: block)
        precondition(contacts[place] == contact, "contact slot \(contact) is not in its list")
        let start = block << 6 + Int(starts[block])
        let end = start + Int(counts[block])
        if place - start < end - place {
            for place in stride(from: place, to: start, by: -1) { move(from: place - 1, to: place) }
            starts[block] += 1
        } else {
            for place in place..<end - 1 { move(from: place + 1, to: place) }
        }
        counts[block] -= 1
        list.count -= 1
        entries[Int(contact)].classIndex = -1
        shrink(index, &list)
    }

    /// The first contact of a list that may be taken and comes before `limit`.
    func first(
        of list: WaitingList, before limit: Key, excluding isExcluded: (ContactSlot) -> Bool
    ) -> Int32? {
        for block in list.blocks {
            let start = Int(block) << 6 + Int(starts[Int(block)])
            for place in start..<start + Int(counts[Int(block)]) {
                let contact = contacts[place]
                guard key(of: contact) < limit else { return nil }
                if !isExcluded(ContactSlot(Int(contact))) { return contact }
            }
        }
        return nil
    }

    /// The earliest enqueue time in a list that is not empty: the first of each priority in turn.
    /// Complexity: O(priorities · log count).
    func oldest(of list: WaitingList) -> UInt64 {
        var oldest = UInt64.max
        var packed = key(of: first(of: list)).packed
        while true {
            oldest = min(oldest, packed & Self.timeMask)
            let next = (packed >> Self.timeBits + 1) << Self.timeBits
            guard next > packed, let following = firstPacked(notBefore: next, in: list) else { return oldest }
            packed = following
        }
    }

    /// How many contacts of a list come before a key. Complexity: O(log count), and a block per 64 contacts before it.
    func count(before key: Key, in list: WaitingList) -> Int {
        guard !list.blocks.isEmpty else { return 0 }
        let index = blockIndex(for: key, in: list)
        let block = Int(list.blocks[index])
        let inside = place(for: key, in: block) - (block << 6 + Int(starts[block]))
        return list.blocks[..<index].reduce(inside) { $0 + Int(counts[Int($1)]) }
    }

    /// Calls `body` with the contacts of a list in order until it has returned true so many times.
    func forEach(of list: WaitingList, upTo bound: Int, _ body: (Int32) -> Bool) {
        var left = bound
        for block in list.blocks {
            let start = Int(block) << 6 + Int(starts[Int(block)])
            for place in start..<start + Int(counts[Int(block)]) where body(contacts[place]) {
                left -= 1
                if left == 0 { return }
            }
        }
    }

    /// All contacts of a list in order.
    func all(of list: WaitingList) -> [Int32] {
        list.blocks.flatMap { block in
            let start = Int(block) << 6 + Int(starts[Int(block)])
            return contacts[start..<start + Int(counts[Int(block)])]
        }
    }
}

/// One class's waiting contacts: its chain of blocks in a ``WaitingStore``.
struct WaitingList: Sendable {
    fileprivate(set) var blocks: ContiguousArray<Int32> = []
    fileprivate(set) var count = 0
}

extension WaitingStore {
    private func key(at place: Int) -> Key { entries[Int(contacts[place])].key }

    private func firstKey(in block: Int) -> Key { key(at: block << 6 + Int(starts[block])) }

    private func lastKey(in block: Int) -> Key { key(at: block << 6 + Int(starts[block] + counts[block]) - 1) }

    /// The last block that begins at or before the key; the first if none does.
    private func blockIndex(for key: Key, in list: WaitingList) -> Int {
        var low = 0
        var high = list.blocks.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if key < firstKey(in: Int(list.blocks[middle])) { high = middle - 1 } else { low = middle }
        }
        return low
    }

    /// The first place in a block whose key is not before `key`; the end if none is.
    private func place(for key: Key, in block: Int) -> Int {
        var low = block << 6 + Int(starts[block])
        var high = low + Int(counts[block])
        while low < high {
            let middle = (low + high) / 2
            if self.key(at: middle) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func firstPacked(notBefore packed: UInt64, in list: WaitingList) -> UInt64? {
        let key = Key(packed: packed, number: 0)
        let index = blockIndex(for: key, in: list)
        let block = Int(list.blocks[index])
        let place = place(for: key, in: block)
        if place < block << 6 + Int(starts[block] + counts[block]) { return keys[place] }
        return index + 1 < list.blocks.count ? firstKey(in: Int(list.blocks[index + 1])).packed : nil
    }

    private mutating func append(_ contact: Int32, _ packed: UInt64, _ list: inout WaitingList) {
        var block = list.blocks.last.map(Int.init) ?? takeBlock(&list, at: 0)
        if starts[block] + counts[block] == Self.blockSize {
            if counts[block] <= Self.blockSize / 2 {
                slideToStart(block)
            } else {
                block = takeBlock(&list, at: list.blocks.count)
            }
        }
        write(packed, contact, at: block << 6 + Int(starts[block] + counts[block]))
        counts[block] += 1
    }

    private mutating func insertInside(_ contact: Int32, _ key: Key, _ list: inout WaitingList) {
        var index = blockIndex(for: key, in: list)
        if counts[Int(list.blocks[index])] == Self.blockSize {
            split(index, &list)
            if !(key < firstKey(in: Int(list.blocks[index + 1]))) { index += 1 }
        }
        let block = Int(list.blocks[index])
        let place = place(for: key, in: block)
        let start = block << 6 + Int(starts[block])
        let end = start + Int(counts[block])
        counts[block] += 1
        let hasRoomBefore = starts[block] > 0
        if hasRoomBefore, end == (block + 1) << 6 || place - start < end - place {
            for place in start..<place { move(from: place, to: place - 1) }
            starts[block] -= 1
            write(key.packed, contact, at: place - 1)
        } else {
            for place in stride(from: end, to: place, by: -1) { move(from: place - 1, to: place) }
            write(key.packed, contact, at: place)
        }
    }

    /// Moves the later half of a full block into a new one behind it.
    private mutating func split(_ index: Int, _ list: inout WaitingList) {
        let block = Int(list.blocks[index])
        let half = Self.blockSize / 2
        let new = takeBlock(&list, at: index + 1)
        for offset in 0..<half { move(from: block << 6 + half + offset, to: new << 6 + offset) }
        counts[block] = Int32(half)
        counts[new] = Int32(half)
    }

    /// Gives an empty block back; joins one that has become small with a neighbour if both fit easily.
    private mutating func shrink(_ index: Int, _ list: inout WaitingList) {
        let block = Int(list.blocks[index])
        if counts[block] == 0 {
            spare.append(list.blocks.remove(at: index))
        } else if counts[block] < Self.blockSize / 4 {
            if !joinWithNext(index, &list), index > 0 { _ = joinWithNext(index - 1, &list) }
        }
    }

    private mutating func joinWithNext(_ index: Int, _ list: inout WaitingList) -> Bool {
        guard index + 1 < list.blocks.count else { return false }
        let block = Int(list.blocks[index])
        let next = Int(list.blocks[index + 1])
        guard Int(counts[block] + counts[next]) <= 3 * Self.blockSize / 4 else { return false }
        slideToStart(block)
        for offset in 0..<Int(counts[next]) {
            move(from: next << 6 + Int(starts[next]) + offset, to: block << 6 + Int(counts[block]) + offset)
        }
        counts[block] += counts[next]
        spare.append(list.blocks.remove(at: index + 1))
        return true
    }

    private mutating func slideToStart(_ block: Int) {
        let base = block << 6
        let start = Int(starts[block])
        guard start > 0 else { return }
        for offset in 0..<Int(counts[block]) { move(from: base + start + offset, to: base + offset) }
        starts[block] = 0
    }

    private mutating func takeBlock(_ list: inout WaitingList, at index: Int) -> Int {
        let block: Int
        if let last = spare.popLast() {
            block = Int(last)
            starts[block] = 0
            counts[block] = 0
        } else {
            block = starts.count
            starts.append(0)
            counts.append(0)
            keys.append(contentsOf: repeatElement(0, count: Self.blockSize))
            contacts.append(contentsOf: repeatElement(-1, count: Self.blockSize))
        }
        list.blocks.insert(Int32(block), at: index)
        return block
    }

    private mutating func move(from: Int, to: Int) { write(keys[from], contacts[from], at: to) }

    private mutating func write(_ packed: UInt64, _ contact: Int32, at place: Int) {
        keys[place] = packed
        contacts[place] = contact
    }
}
