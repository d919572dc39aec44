import Foundation

/// A clock on the wall of a time zone, as the C library reads it: the second opinion on offsets.
///
/// The C library knows one zone at a time, for the whole process: only the clock made last may be asked.
struct WallClock {
    /// - Parameter zone: A file below the folder of tzdata.
    init(zone: String) {
        setenv("TZ", ":\(zone)", 1)
        tzset()
    }

    /// What the clock shows.
    func reading(at second: Int) -> tm {
        var time = time_t(second)
        var reading = tm()
        localtime_r(&time, &reading)
        return reading
    }

    /// The seconds at which the offset changes, to the minute.
    func changes(in span: Range<Int>) -> [Int] {
        let step = 6 * 3_600
        var changes: [Int] = []
        var last = reading(at: span.lowerBound).tm_gmtoff
        for second in stride(from: span.lowerBound + step, to: span.upperBound, by: step) {
            let offset = reading(at: second).tm_gmtoff
            guard offset != last else { continue }
            let minute = stride(from: second - step, through: second, by: 60).first {
                reading(at: $0).tm_gmtoff != last
            }
            changes.append(minute ?? second)
            last = offset
        }
        return changes
    }
}
