import Cluster

/// How much room a stream has left, kept up between two looks at it.
struct RoomLedger {
    /// While room is low, how long to wait before the next look.
    private static let lowPace: Duration = .seconds(1)
    /// What JetStream stores beside a record's own bytes: subject, headers, place and checksum.
    private static let overhead = 192

    private let lowWater: Int
    private var free = 0
    private var appended = 0
    private var nextLook: Duration = .zero

    /// A ledger that calls less than `lowWater` free bytes low.
    init(lowWater: Int) {
        self.lowWater = lowWater
    }

    var room: JournalRoom { free - appended < lowWater ? .low : .plenty }

    /// A look has found `free` bytes.
    mutating func looked(free: Int, now: Duration) {
        self.free = free
        appended = 0
        nextLook = now + Self.lowPace
    }

    /// A record of so many bytes was appended.
    ///
    /// - Returns: Whether it is time for a look: a quarter of what was free may be gone, or room was low.
    mutating func appended(_ bytes: Int, now: Duration) -> Bool {
        appended += bytes + Self.overhead
        guard room == .low || appended > free / 4, now >= nextLook else { return false }
        nextLook = now + Self.lowPace
        return true
    }
}
