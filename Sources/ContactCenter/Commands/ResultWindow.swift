internal import OrderedCollections
internal import Wire

/// The results of the commands of the last while, so that a repeated command gets the same answer.
///
/// Results lie in buckets by the time in their command's id. A bucket is dropped whole as soon as every id in it is
/// older than the window: an id that old is refused, so nothing is lost, and it is a function of event times alone.
struct ResultWindow: Sendable {
    /// How far a command's id may be ahead of business time, in microseconds.
    static let tolerance: Int64 = 60_000_000
    /// The span of ids of one bucket.
    private static let bucketSpan: Int64 = 4_000_000

    struct Stored: Sendable {
        var fingerprint: UInt64
        var result: CommandResult
    }

    private struct Bucket: Sendable {
        var number: Int64
        var results: OrderedDictionary<CommandID, Stored> = [:]
    }

    /// By rising number.
    private var buckets: [Bucket] = []
    /// How many results there are.
    private(set) var count = 0

    /// The result of a command; nil when it is not known. Complexity: O(log buckets).
    func result(of command: CommandID) -> Stored? {
        let number = Self.bucket(of: command)
        let place = firstPlace(from: number)
        guard place < buckets.count, buckets[place].number == number else { return nil }
        return buckets[place].results[command]
    }

    mutating func insert(_ command: CommandID, _ stored: Stored) {
        let number = Self.bucket(of: command)
        let place = firstPlace(from: number)
        if place == buckets.count || buckets[place].number != number {
            buckets.insert(Bucket(number: number), at: place)
        }
        if buckets[place].results.updateValue(stored, forKey: command) == nil { count += 1 }
    }

    /// Drops what no command may repeat any more.
    mutating func drop(before oldest: Timestamp) {
        while let first = buckets.first, (first.number + 1) * Self.bucketSpan <= oldest.microseconds {
            count -= first.results.count
            buckets.removeFirst()
        }
    }

    private static func bucket(of command: CommandID) -> Int64 { command.time.microseconds / bucketSpan }

    private func firstPlace(from number: Int64) -> Int {
        var low = 0
        var high = buckets.count
        while low < high {
            let middle = (low + high) / 2
            if buckets[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension ResultWindow: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(UInt64(buckets.count))
        for bucket in buckets {
            writer.write(bucket.number)
            writer.write(UInt64(bucket.results.count))
            for (command, stored) in bucket.results {
                writer.write(command)
                writer.write(fixed: stored.fingerprint)
                writer.write(stored.result)
            }
        }
    }

    init(from reader: inout WireReader) throws(WireError) {
        for _ in 0..<(try reader.readCount()) {
            var bucket = Bucket(number: try reader.readInt64())
            let size = try reader.readCount(bound: 1 << 32)
            bucket.results.reserveCapacity(min(size, reader.remaining))
            for _ in 0..<size {
                let command: CommandID = try reader.read()
                bucket.results[command] = Stored(fingerprint: try reader.readFixed(), result: try reader.read())
            }
            count += bucket.results.count
            buckets.append(bucket)
        }
    }
}
