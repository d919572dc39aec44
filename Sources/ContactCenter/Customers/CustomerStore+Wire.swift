internal import Wire

extension CustomerStore {
    /// Customers by rising id, visits in their order: the same state is the same bytes.
    func write(to writer: inout WireWriter) {
        writer.write(UInt64(kept.count))
        for (_, entry) in kept.sorted(by: { $0.key < $1.key }) {
            writer.write(entry.customer)
            writer.write(entry.revision)
        }
        writer.write(UInt64(gone.count))
        for (id, revision) in gone.sorted(by: { $0.key < $1.key }) {
            writer.write(id)
            writer.write(revision)
        }
        writer.write(revision)
        writer.write(UInt64(learned.count))
        for (floor, revision) in learned.sorted(by: { $0.key < $1.key }) {
            writer.write(UInt64(floor))
            writer.write(revision)
        }
        writer.write(UInt64(visits.count))
        visits.forEach { visitor, visit, revision, isOwn in
            writer.write(visitor)
            writer.write(visit)
            writer.write(revision)
            writer.write(isOwn)
        }
    }

    init(from reader: inout WireReader) throws(WireError) {
        var kept: [Kept] = []
        for _ in 0..<(try reader.readCount(bound: Self.bound)) {
            kept.append(Kept(customer: try reader.read(), revision: try reader.readUInt64()))
        }
        var gone: [CustomerID: UInt64] = [:]
        for _ in 0..<(try reader.readCount(bound: 1 << 28)) {
            let id: CustomerID = try reader.read()
            gone[id] = try reader.readUInt64()
        }
        let revision = try reader.readUInt64()
        var learned: [UInt16: UInt64] = [:]
        for _ in 0..<(try reader.readCount(bound: 1 << 16)) {
            let floor = try reader.readFloorNumber()
            learned[floor] = try reader.readUInt64()
        }
        var visits = VisitLog()
        for _ in 0..<(try reader.readCount(bound: Self.visitBound)) {
            let visitor: VisitorKey = try reader.read()
            let visit: Visit = try reader.read()
            visits.set(visit, of: visitor, revision: try reader.readUInt64(), isOwn: try reader.readBool())
        }
        self.init(kept: kept, gone: gone, visits: visits, revision: revision, learned: learned)
    }
}
