internal import Wire

/// Reservations, guests and what was seen, by rising id.
extension Floor {
    private static let bound = 1 << 28

    func writeReservations(to writer: inout WireWriter) {
        write(reservations, to: &writer)
        write(guests, to: &writer)
        writer.write(UInt64(seen.count))
        for (partition, seen) in seen.sorted(by: { $0.key < $1.key }) {
            writer.write(UInt64(partition))
            writer.write(seen)
        }
    }

    mutating func readReservations(from reader: inout WireReader) throws(WireError) {
        reservations = try Self.readTable(from: &reader)
        guests = try Self.readTable(from: &reader)
        for _ in 0..<(try reader.readCount(bound: 1 << 16)) {
            let partition = try reader.readFloorNumber()
            let answered: SeenReservations = try reader.read()
            seen[partition] = answered
        }
    }

    private func write(_ table: [ReservationID: some WireValue], to writer: inout WireWriter) {
        writer.write(UInt64(table.count))
        for (id, value) in table.sorted(by: { $0.key < $1.key }) {
            writer.write(id)
            writer.write(value)
        }
    }

    private static func readTable<Value: WireValue>(
        from reader: inout WireReader
    ) throws(WireError) -> [ReservationID: Value] {
        var table: [ReservationID: Value] = [:]
        for _ in 0..<(try reader.readCount(bound: bound)) {
            let id: ReservationID = try reader.read()
            let value: Value = try reader.read()
            table[id] = value
        }
        return table
    }
}
