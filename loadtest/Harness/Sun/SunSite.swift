import ContactCenter
import Foundation

/// A site of the played week: its zone, its hours, and when it is open by a clock on the wall that shares nothing with
/// the center's calendars.
struct SunSite: Sendable {
    /// Its id; its calendar has the same.
    let id: SiteID
    /// A file below the folder of tzdata.
    let zone: String
    /// The hour of its zone at which it opens, and that at which it closes.
    let hours: Range<Int>
    /// When it is open, in seconds since 1970, rising.
    let openings: [Range<Int>]

    /// - Parameter span: The seconds that are looked at.
    init(id: SiteID, zone: String, hours: Range<Int>, during span: Range<Int>) {
        self.id = id
        self.zone = zone
        self.hours = hours
        let wall = WallClock(zone: zone)
        var openings: [Range<Int>] = []
        for minute in stride(from: span.lowerBound / 60 * 60, to: span.upperBound, by: 60) {
            guard hours.contains(Int(wall.reading(at: minute).tm_hour)) else { continue }
            if let last = openings.last, last.upperBound == minute {
                openings[openings.count - 1] = last.lowerBound..<minute + 60
            } else {
                openings.append(minute..<minute + 60)
            }
        }
        self.openings = openings
    }

    /// Whether it is open at an instant.
    func isOpen(at instant: Timestamp) -> Bool {
        let second = Int(instant.microseconds / 1_000_000)
        return openings.contains { $0.contains(second) }
    }
}
