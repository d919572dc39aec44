internal import Wire

/// The reservations of one other partition that were answered once, whatever became of them: none is taken up twice.
///
/// Their ids count up, and may overtake each other on the way: the last ones are known one by one, all before them
/// count as seen.
struct SeenReservations: Sendable {
    /// How many are known one by one.
    private static let bound = 64

    /// All up to this one count as seen.
    private var lowest = ReservationID(rawValue: 0)
    /// Those seen above, rising.
    private var latest: [ReservationID] = []

    func contains(_ id: ReservationID) -> Bool { id <= lowest || latest.contains(id) }

    mutating func insert(_ id: ReservationID) {
        guard !contains(id) else { return }
        latest.insert(id, at: latest.firstIndex { $0 > id } ?? latest.endIndex)
        if latest.count > Self.bound { lowest = latest.removeFirst() }
    }
}

extension SeenReservations: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(lowest)
        writer.write(latest)
    }

    init(from reader: inout WireReader) throws(WireError) {
        lowest = try reader.read()
        latest = try reader.readArray(bound: Self.bound)
    }
}
