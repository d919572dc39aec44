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
        var results: CommandTable<Stored>
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
            let expected = buckets.last?.results.count ?? 0
            buckets.insert(Bucket(number: number, results: CommandTable(expected: expected)), at: place)
        }
        count -= buckets[place].results.count
        buckets[place].results.set(command, to: stored)
        count += buckets[place].results.count
    }

    /// Changes the result of a command; without effect when it is not known. Complexity: O(log buckets).
    mutating func settle(_ command: CommandID, _ result: CommandResult) {
        guard var stored = self.result(of: command) else { return }
        stored.result = result
        insert(command, stored)
    }

    /// Calls `body` with each command and its result. Complexity: O(results).
    func forEach(_ body: (CommandID, CommandResult) -> Void) {
        for bucket in buckets {
            for entry in bucket.results.entries { body(entry.command, entry.value.result) }
        }
    }

    /// Drops what no command may repeat any more.
    mutating func drop(before oldest: Timestamp) {
        while !buckets.isEmpty, (buckets[0].number + 1) * Self.bucketSpan <= oldest.microseconds {
            count -= buckets[0].results.count
            buckets.removeFirst()
        }
    }

    private static func bucket(of command: CommandID) -> Int64 { command.time.microseconds / bucketSpan }

    private func firstPlace(from number: Int64) -> Int {
        var low = 0
        var high = buckets.count
        if high > 0, buckets[high - 1].number == number { return high - 1 }
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
            for entry in bucket.results.entries {
                writer.write(entry.command)
                writer.write(fixed: entry.value.fingerprint)
                writer.write(entry.value.result)
            }
        }
    }

    init(from reader: inout WireReader) throws(WireError) {
        for _ in 0..<(try reader.readCount()) {
            let number = try reader.readInt64()
            let size = try reader.readCount(bound: 1 << 32)
            var bucket = Bucket(number: number, results: CommandTable(expected: min(size, reader.remaining / 24)))
            for _ in 0..<size {
                let command: CommandID = try reader.read()
                bucket.results.set(
                    command, to: Stored(fingerprint: try reader.readFixed(), result: try reader.read()))
            }
            count += bucket.results.count
            buckets.append(bucket)
        }
    }
}
