/// A zone's rules laid out to be searched: every change of offset for four hundred years and more.
///
/// The Gregorian calendar repeats itself after 400 years, which are whole weeks; so does a yearly rule. What lies
/// beyond the table is looked up as many times 400 years before.
struct ZoneOffsets: Sendable {
    /// A stretch of time with one offset, in seconds since 1970; `end` is not part of it.
    struct Period: Hashable, Sendable {
        var start: Int
        var end: Int
        /// Seconds east of UTC.
        var offset: Int
    }

    private static let cycle = 146_097 * 86_400

    /// Where each period begins, rising; the first is the beginning of time.
    private let starts: [Int]
    private let offsets: [Int]
    /// From here on a second is looked up a whole number of cycles before; the end of time without a yearly rule.
    private let tableEnd: Int

    init(_ rules: ZoneRules) {
        var changes = rules.changes
        var end = Int.max
        if let rule = rules.rule {
            let last = changes.last?.second ?? 0
            let year = LocalDay(epochDay: last / 86_400).year
            changes += (year - 1...year + 402).flatMap(rule.changes).filter { $0.second > last }
            end = LocalDay(year: year + 402, month: 1, day: 1).epochDay * 86_400
        }
        var starts = [Int.min]
        var offsets = [rules.firstOffset]
        for change in changes {
            // Where one exception ends as the next begins, the last word holds.
            if starts[starts.count - 1] == change.second {
                starts.removeLast()
                offsets.removeLast()
            }
            guard offsets[offsets.count - 1] != change.offset else { continue }
            starts.append(change.second)
            offsets.append(change.offset)
        }
        self.starts = starts
        self.offsets = offsets
        tableEnd = end
    }

    /// Seconds east of UTC at an instant. Complexity: O(log changes).
    func offset(at second: Int) -> Int { offsets[index(at: second - shift(at: second))] }

    /// The stretch that an instant lies in. Complexity: O(log changes).
    func period(at second: Int) -> Period {
        let shift = shift(at: second)
        let index = index(at: second - shift)
        let start = starts[index]
        let end = index + 1 < starts.count ? starts[index + 1] + shift : .max
        return Period(start: start == .min ? start : start + shift, end: end, offset: offsets[index])
    }

    private func shift(at second: Int) -> Int {
        guard second >= tableEnd else { return 0 }
        return ((second - tableEnd) / Self.cycle + 1) * Self.cycle
    }

    private func index(at second: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= second { low = middle } else { high = middle }
        }
        return low
    }
}
