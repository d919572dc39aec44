internal import Foundation

/// A time zone's offsets from UTC: a table for the usual years, Foundation for the rest.
struct ZoneOffsets: Sendable {
    /// A stretch of time with one offset, in seconds since 1970; `end` is not part of it.
    struct Period: Hashable, Sendable {
        var start: Int
        var end: Int
        /// Seconds east of UTC.
        var offset: Int
    }

    /// Years that the table spans: 2010 to 2049.
    private static let tableStart = 1_262_304_000
    private static let tableEnd = 2_524_608_000

    private let zone: TimeZone
    /// Rising, without gaps.
    private let table: [Period]

    /// The offsets of an IANA zone, such as `Europe/Berlin`, or of `UTC`; nil when there is no such zone.
    init?(identifier: String) {
        guard Self.isIANA(identifier), let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
        var table: [Period] = []
        var start = Self.tableStart
        while start < Self.tableEnd {
            let period = Self.period(of: zone, at: start)
            table.append(Period(start: start, end: period.end, offset: period.offset))
            start = period.end
        }
        self.table = table
    }

    /// Whether there is such a zone.
    static func exists(_ identifier: String) -> Bool {
        isIANA(identifier) && TimeZone(identifier: identifier) != nil
    }

    /// Seconds east of UTC at an instant. Complexity: O(log periods).
    func offset(at second: Int) -> Int {
        tabled(second)?.offset ?? zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// Names of all zones, to suggest one.
    static var knownIdentifiers: [String] { TimeZone.knownTimeZoneIdentifiers }

    /// Foundation also takes abbreviations and offsets, such as `EST` and `GMT+3`, which know no daylight saving.
    private static func isIANA(_ identifier: String) -> Bool {
        identifier == "UTC" || identifier == "GMT" || identifier.contains("/")
    }

    private func tabled(_ second: Int) -> Period? {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle].end <= second { low = middle + 1 } else { high = middle }
        }
        guard low < table.count, table[low].start <= second else { return nil }
        return table[low]
    }

    private static func period(of zone: TimeZone, at second: Int) -> Period {
        let instant = Date(timeIntervalSince1970: Double(second))
        let next = zone.nextDaylightSavingTimeTransition(after: instant)
        let end = next.map { Int($0.timeIntervalSince1970.rounded()) } ?? .max
        return Period(start: second, end: max(end, second + 1), offset: zone.secondsFromGMT(for: instant))
    }
}
