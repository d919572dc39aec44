/// The contacts of a floor in dense slots that are used again, and where the heaps have them.
struct ContactStore: Sendable {
    var records: ContiguousArray<ContactRecord> = []
    /// What the same slots have besides.
    var details: ContiguousArray<ContactDetails> = []
    /// Places in the heap of timers.
    var timerPlaces: ContiguousArray<Int32> = []
    /// Places in the heap of their queue's waits.
    var waitPlaces: ContiguousArray<Int32> = []
    private var free: [Int32] = []
    private var table = IdentifierTable()

    /// The slot of the contact that is most likely asked for next, which is found without the table;
    /// ``ContactRecord/none`` when there is no such.
    var likely = ContactRecord.none

    /// How many contacts there are.
    var count: Int { table.count }

    subscript(slot: Int32) -> ContactRecord {
        _read { yield records[Int(slot)] }
        _modify { yield &records[Int(slot)] }
    }

    /// Where a contact is; nil when there is none of that count.
    func slot(of id: ContactID) -> Int32? {
        if likely >= 0, records[Int(likely)].id == id { return likely }
        guard let slot = table[id.count], records[Int(slot)].id == id else { return nil }
        return slot
    }

    mutating func insert(_ record: ContactRecord, _ detail: ContactDetails) -> Int32 {
        let slot: Int32
        if let reused = free.popLast() {
            slot = reused
            records[Int(slot)] = record
            details[Int(slot)] = detail
        } else {
            slot = Int32(records.count)
            records.append(record)
            details.append(detail)
            timerPlaces.append(SlotHeap.absent)
            waitPlaces.append(SlotHeap.absent)
        }
        table.set(record.id.count, to: slot)
        likely = slot
        return slot
    }

    mutating func remove(_ slot: Int32) {
        table.remove(records[Int(slot)].id.count)
        if likely == slot { likely = ContactRecord.none }
        details[Int(slot)] = ContactDetails()
        free.append(slot)
    }

    mutating func reserve(_ count: Int) {
        records.reserveCapacity(count)
        details.reserveCapacity(count)
        timerPlaces.reserveCapacity(count)
        waitPlaces.reserveCapacity(count)
    }

    /// Forgets where the heaps have them.
    mutating func resetPlaces() {
        for index in timerPlaces.indices {
            timerPlaces[index] = SlotHeap.absent
            waitPlaces[index] = SlotHeap.absent
        }
    }

    /// Calls `body` with every slot in the order of the ids, until it returns false.
    func forEach(after id: ContactID? = nil, _ body: (Int32) -> Bool) {
        table.forEach(after: id?.count ?? 0) { _, slot in body(slot) }
    }

    /// All slots in the order of the ids.
    var slots: [Int32] {
        var slots: [Int32] = []
        slots.reserveCapacity(count)
        forEach { slot in
            slots.append(slot)
            return true
        }
        return slots
    }
}
