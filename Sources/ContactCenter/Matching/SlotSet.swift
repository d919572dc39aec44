/// A set of dense numbers, a bit a number.
struct SlotSet: Hashable, Sendable {
    private(set) var words: ContiguousArray<UInt64> = []

    init() {}

    /// The set of numbers whose bits are set.
    init(words: [UInt64]) { self.words = ContiguousArray(words) }

    /// The words without those at the end that are empty, so that equal sets have equal ones.
    var trimmedWords: [UInt64] { Array(words[..<(words.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]) }

    /// Whether it holds nothing.
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether a number is in both sets.
    func intersects(_ other: SlotSet) -> Bool {
        (0..<min(words.count, other.words.count)).contains { words[$0] & other.words[$0] != 0 }
    }

    func contains(_ slot: Int32) -> Bool {
        let word = Int(slot) >> 6
        return word < words.count && words[word] >> UInt64(slot & 63) & 1 != 0
    }

    mutating func insert(_ slot: Int32) {
        let word = Int(slot) >> 6
        while words.count <= word { words.append(0) }
        words[word] |= 1 << UInt64(slot & 63)
    }

    mutating func remove(_ slot: Int32) {
        let word = Int(slot) >> 6
        if word < words.count { words[word] &= ~(1 << UInt64(slot & 63)) }
    }

    mutating func set(_ slot: Int32, to isMember: Bool) {
        if isMember { insert(slot) } else { remove(slot) }
    }

    /// Complexity: O(highest / 64), like all that concern whole sets.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formUnion(_ other: SlotSet) {
        while words.count < other.words.count { words.append(0) }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    mutating func formIntersection(_ other: SlotSet) {
        if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func subtract(_ other: SlotSet) {
        for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
    }

    func intersectionCount(_ other: SlotSet) -> Int {
        (0..<min(words.count, other.words.count)).reduce(0) { $0 + (words[$1] & other.words[$1]).nonzeroBitCount }
    }

    /// How many numbers are in all three sets.
    func intersectionCount(_ other: SlotSet, _ third: SlotSet) -> Int {
        (0..<min(words.count, other.words.count, third.words.count)).reduce(0) {
            $0 + (words[$1] & other.words[$1] & third.words[$1]).nonzeroBitCount
        }
    }

    /// Calls `body` with each number in both sets, rising, until it returns false.
    func forEach(in other: SlotSet, from start: Int32 = 0, _ body: (Int32) -> Bool) {
        let first = Int(start) >> 6
        let end = min(words.count, other.words.count)
        guard first < end else { return }
        for word in first..<end {
            var bits = words[word] & other.words[word]
            if word == first { bits &= ~0 << UInt64(start & 63) }
            while bits != 0 {
                guard body(Int32(word << 6 | bits.trailingZeroBitCount)) else { return }
                bits &= bits - 1
            }
        }
    }
}
