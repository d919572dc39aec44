import ContactCenter
import Foundation
import Wire

/// Compares calendars of many time zones with their oracles.
public struct CalendarCheck: Sendable {
    /// What is gone through.
    public enum Extent: Sendable {
        /// 26 hours around every change of offset, and as long at as many other times as are named.
        case sampled(elsewhere: Int)
        /// Every minute.
        case exhaustive
    }

    private static let half = 13 * 3_600

    private let years: Range<Int>
    private let extent: Extent
    private let seed: UInt64

    /// - Parameter years: From 1975 on: before, some offsets were no whole minutes.
    public init(years: Range<Int> = 2010..<2040, extent: Extent, seed: UInt64 = 1) {
        self.years = years
        self.extent = extent
        self.seed = seed
    }

    /// Compares one zone; one at a time, since the C library knows only one.
    public func compare(_ zone: ZoneFile) -> CalendarFigures {
        var random = SeededGenerator(seed: zone.name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
        let span = Self.second(ofYear: years.lowerBound)..<Self.second(ofYear: years.upperBound)
        let clock = WallClock(zone: zone.name)
        let changes = clock.changes(in: span)
        let calendar = SampledCalendar(years: years, closing: span, &random)
        var comparison = CalendarComparison(zone, calendar, clock: clock)
        switch extent {
        case .exhaustive: comparison.compare(span)
        case .sampled(let elsewhere):
            let other = (0..<elsewhere).map { _ in (span.lowerBound + random.below(span.count)) / 60 * 60 }
            for middle in changes + other { comparison.compare(middle - Self.half..<middle + Self.half) }
        }
        var figures = comparison.figures
        figures.zones = 1
        figures.offsetChanges = changes.count
        return figures
    }

    /// Compares all of them.
    ///
    /// - Parameter progress: Told the sum after each zone.
    public func compare(_ zones: [ZoneFile], progress: (CalendarFigures) -> Void = { _ in }) -> CalendarFigures {
        var sum = CalendarFigures()
        for zone in zones {
            sum.add(compare(zone))
            progress(sum)
        }
        return sum
    }

    private static func second(ofYear year: Int) -> Int {
        var day = tm()
        (day.tm_year, day.tm_mday) = (Int32(year - 1900), 1)
        return timegm(&day)
    }
}
