/// Local days from 1970 to 2200, a bit each.
struct DaySet: Sendable {
    /// Days that a set can hold, counted from 1970-01-01.
    static let days = 0..<LocalDay(year: ConfigurationBounds.years.upperBound + 1, month: 1, day: 1).epochDay

    private var words = [UInt64](repeating: 0, count: (DaySet.days.upperBound + 63) / 64)

    /// Adds a day; one outside ``days`` is passed over.
    mutating func insert(_ day: Int) {
        guard Self.days.contains(day) else { return }
        words[day >> 6] |= 1 << UInt64(day & 63)
    }

    /// Takes a day out.
    mutating func remove(_ day: Int) {
        guard Self.days.contains(day) else { return }
        words[day >> 6] &= ~(1 << UInt64(day & 63))
    }

    /// Complexity: O(1).
    func contains(_ day: Int) -> Bool {
        Self.days.contains(day) && words[day >> 6] >> UInt64(day & 63) & 1 == 1
    }

    /// The last of them; nil when there is none.
    var last: Int? {
        guard let word = words.lastIndex(where: { $0 != 0 }) else { return nil }
        return word * 64 + 63 - words[word].leadingZeroBitCount
    }
}
