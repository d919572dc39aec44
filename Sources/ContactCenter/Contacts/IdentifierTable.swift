/// Numbers by the counts of ids that count up: two array accesses, no hashing.
///
/// Counts lie in chunks of ``chunkSize``; a chunk that holds nothing is freed, so that a contact that lives for days
/// costs one chunk and not all that came after it. Only the last, where the next count will come, is kept.
struct IdentifierTable: Sendable {
    static let chunkSize = 256
    private static let absent: Int32 = -1

    private var chunks: ContiguousArray<Chunk> = []
    /// Number of the chunk that `chunks` begins with.
    private var firstChunk = 0
    /// How many counts have a number.
    private(set) var count = 0

    /// The number of a count; nil when it has none. Complexity: O(1).
    subscript(key: UInt64) -> Int32? {
        let place = Int(key / UInt64(Self.chunkSize)) - firstChunk
        guard place >= 0, place < chunks.count else { return nil }
        guard chunks[place].used > 0 else { return nil }
        let value = chunks[place].values[Int(key % UInt64(Self.chunkSize))]
        return value == Self.absent ? nil : value
    }

    /// Gives a count a number of 0 or more. Complexity: O(1) for counts that rise.
    mutating func set(_ key: UInt64, to value: Int32) {
        let number = Int(key / UInt64(Self.chunkSize))
        makeRoom(for: number)
        let place = number - firstChunk
        if chunks[place].values.isEmpty {
            chunks[place].values = ContiguousArray(repeating: Self.absent, count: Self.chunkSize)
        }
        let offset = Int(key % UInt64(Self.chunkSize))
        if chunks[place].values[offset] == Self.absent {
            chunks[place].used += 1
            count += 1
        }
        chunks[place].values[offset] = value
    }

    /// Takes a count's number away. Complexity: O(1).
    mutating func remove(_ key: UInt64) {
        guard self[key] != nil else { return }
        let place = Int(key / UInt64(Self.chunkSize)) - firstChunk
        chunks[place].values[Int(key % UInt64(Self.chunkSize))] = Self.absent
        chunks[place].used -= 1
        count -= 1
        if chunks[place].used == 0, place < chunks.count - 1 { chunks[place].values = [] }
    }

    /// Calls `body` with every count above `key` and its number, in rising order, until it returns false.
    func forEach(after key: UInt64 = 0, _ body: (UInt64, Int32) -> Bool) {
        let start = max(0, Int(key / UInt64(Self.chunkSize)) - firstChunk)
        guard start < chunks.count else { return }
        for place in start..<chunks.count where chunks[place].used > 0 {
            let base = UInt64(firstChunk + place) * UInt64(Self.chunkSize)
            for offset in 0..<Self.chunkSize {
                let value = chunks[place].values[offset]
                guard value != Self.absent, base + UInt64(offset) > key else { continue }
                guard body(base + UInt64(offset), value) else { return }
            }
        }
    }

    private mutating func makeRoom(for number: Int) {
        if chunks.isEmpty { firstChunk = number }
        if number < firstChunk {
            chunks.insert(contentsOf: repeatElement(Chunk(), count: firstChunk - number), at: 0)
            firstChunk = number
        }
        guard firstChunk + chunks.count <= number else { return }
        trim()
        while firstChunk + chunks.count <= number { chunks.append(Chunk()) }
    }

    /// Frees the last chunk if it is empty, and drops empty chunks at the front once they are the half of all.
    private mutating func trim() {
        if let last = chunks.indices.last, chunks[last].used == 0 { chunks[last].values = [] }
        let empty = chunks.firstIndex { $0.used > 0 } ?? chunks.count
        guard empty * 2 >= chunks.count else { return }
        chunks.removeFirst(empty)
        firstChunk += empty
    }

    private struct Chunk: Sendable {
        var used = 0
        var values: ContiguousArray<Int32> = []
    }
}
