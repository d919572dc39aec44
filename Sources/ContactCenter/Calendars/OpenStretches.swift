/// The stretches of time for which a calendar is open, one after another, each as long as it can be.
///
/// Goes through the zone's stretches of one offset, the local days of each, and the open minutes of each day; puts
/// together what touches, and takes out closures.
struct OpenStretches: Sequence, IteratorProtocol {
    private let calendar: BusinessCalendar
    private let end: Int
    private var period: ZoneOffsets.Period
    private var day: Int
    /// What is known to come, in rising order.
    private var pending: [Range<Int>] = []
    /// How many of those are behind.
    private var used = 0

    /// - Parameters:
    ///   - start: Seconds since 1970; what is open then begins with it.
    ///   - end: What is open then ends with it.
    init(_ calendar: BusinessCalendar, from start: Int, to end: Int) {
        self.calendar = calendar
        self.end = end
        period = calendar.offsets.period(at: start)
        period.start = start
        day = BusinessCalendar.day(of: start + period.offset)
    }

    mutating func next() -> Range<Int>? {
        guard var stretch = nextPart() else { return nil }
        while let part = nextPart() {
            guard part.lowerBound == stretch.upperBound else {
                used -= 1
                break
            }
            stretch = stretch.lowerBound..<part.upperBound
        }
        return stretch
    }

    /// The next open part of one local day.
    private mutating func nextPart() -> Range<Int>? {
        while used == pending.count {
            guard period.start < end else { return nil }
            pending.removeAll(keepingCapacity: true)
            used = 0
            gather()
        }
        used += 1
        return pending[used - 1]
    }

    /// Finds the open parts of the day that it has come to, and goes on to the next.
    private mutating func gather() {
        let midnight = day * 86_400 - period.offset
        let last = Swift.min(period.end, end)
        for minutes in calendar.openMinutes(of: day) {
            let lower = Swift.max(midnight + minutes.lowerBound * 60, period.start)
            let upper = Swift.min(midnight + minutes.upperBound * 60, last)
            if lower < upper { pending += calendar.withoutClosures(lower..<upper) }
        }
        if midnight + 86_400 < last {
            day += 1
        } else if period.end < end {
            period = calendar.offsets.period(at: period.end)
            day = BusinessCalendar.day(of: period.start + period.offset)
        } else {
            period.start = end
        }
    }
}

extension BusinessCalendar {
    /// What closures leave of a stretch of seconds, rising.
    fileprivate func withoutClosures(_ stretch: Range<Int>) -> [Range<Int>] {
        closures.reduce([stretch]) { parts, closure in
            let lower = closure.from.wholeSeconds
            let upper = closure.until.map(\.wholeSeconds) ?? .max
            return parts.flatMap { part in
                [part.clamped(to: .min..<lower), part.clamped(to: upper..<(.max))].filter { !$0.isEmpty }
            }
        }
    }
}
