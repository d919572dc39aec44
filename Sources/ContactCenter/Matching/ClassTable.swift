/// The classes of waiting contacts, and for each agent which of them the agent may serve.
///
/// A class is found by its key, or made. Its eligible agents are a set; the other way round, an agent's row has a bit
/// a class, and is brought up to date only when the agent becomes free: it is the classes made since then that are
/// looked up. Classes that have become empty are kept for a while, since most come back; when too many are, one of
/// them goes for each new one. So memory follows the classes that hold contacts, whatever requirements they bring.
struct ClassTable: Sendable {
    /// How many empty classes are kept.
    private static let emptyBound = 2_048
    /// How many of the classes made last are remembered at least.
    private static let madeBound = 4_096

    var entries: ContiguousArray<WaitingClass> = []
    private var indexes: [WaitingClass.Key: Int32] = [:]
    private var vacant: ContiguousArray<Int32> = []
    /// How many hold contacts.
    private(set) var occupiedCount = 0
    /// Where the search for an empty class to be dropped goes on.
    private var hand = 0

    // By class, of those that hold contacts: the first contact and its packed key.
    private(set) var headKeys: ContiguousArray<UInt64> = []
    private(set) var headContacts: ContiguousArray<Int32> = []
    /// By channel and 64 classes: which hold contacts.
    private var occupied = ContiguousArray<UInt64>(repeating: 0, count: Channel.allCases.count)

    /// Classes made, oldest first; the first of them has the number `madeBase`.
    private var made: ContiguousArray<Int32> = []
    private var madeBase: UInt64 = 1
    /// By agent: the number of the last class made that the row knows of, 0 for a row that knows nothing; then, by 64
    /// classes, which of them the agent may serve. Bits of vacant classes mean nothing.
    private var rows: ContiguousArray<UInt64> = []
    /// How many words of 64 classes a row has.
    private(set) var rowLength = 1

    private var rowCount: Int { rows.count / (rowLength + 1) }

    private var lastMade: UInt64 { madeBase + UInt64(made.count) - 1 }

    /// The class of a key; nil when there is none.
    func index(of key: WaitingClass.Key) -> Int32? { indexes[key] }

    /// Drops an empty class if too many are kept.
    ///
    /// - Returns: The class that has gone, and the queue it was of.
    mutating func makeRoom() -> (index: Int32, queue: QueueSlot)? {
        guard entries.count - vacant.count - occupiedCount > Self.emptyBound else { return nil }
        for _ in entries.indices {
            hand = hand + 1 < entries.count ? hand + 1 : 0
            guard !entries[hand].isVacant, entries[hand].list.count == 0 else { continue }
            indexes[entries[hand].key] = nil
            entries[hand].isVacant = true
            entries[hand].eligible = SlotSet()
            entries[hand].residual = nil
            entries[hand].list = WaitingList()
            vacant.append(Int32(hand))
            return (Int32(hand), entries[hand].key.queue)
        }
        return nil
    }

    /// Puts in a class whose key is not there.
    mutating func insert(_ entry: WaitingClass) -> Int32 {
        let index: Int32
        if let place = vacant.popLast() {
            index = place
            entries[Int(index)] = entry
        } else {
            index = Int32(entries.count)
            entries.append(entry)
            headKeys.append(0)
            headContacts.append(-1)
            if entries.count > rowLength << 6 { widenRows() }
        }
        indexes[entry.key] = index
        made.append(index)
        if made.count > 2 * Self.madeBound {
            made.removeFirst(Self.madeBound)
            madeBase += UInt64(Self.madeBound)
        }
        return index
    }

    /// Notes which contact of a class is the first now; nil when it has become empty.
    mutating func setHead(_ index: Int32, _ head: (contact: Int32, packed: UInt64)?) {
        let channel = Int(entries[Int(index)].key.channel.rawValue)
        let word = channel * rowLength + Int(index) >> 6
        let bit: UInt64 = 1 << UInt64(index & 63)
        let wasOccupied = occupied[word] & bit != 0
        headContacts[Int(index)] = head?.contact ?? -1
        headKeys[Int(index)] = head?.packed ?? 0
        if head != nil {
            occupied[word] |= bit
            if !wasOccupied { occupiedCount += 1 }
        } else {
            occupied[word] &= ~bit
            if wasOccupied { occupiedCount -= 1 }
        }
    }

    /// 64 classes: those that hold contacts on one of the channels.
    func occupiedWord(_ word: Int, _ channels: ChannelSet) -> UInt64 {
        var bits: UInt64 = 0
        var left = channels.rawValue
        while left != 0 {
            bits |= occupied[left.trailingZeroBitCount * rowLength + word]
            left &= left - 1
        }
        return bits
    }

    /// Brings an agent's row up to date. Complexity: O(classes made since, at most classes).
    mutating func refreshRow(of agent: Int32) {
        let start = rowStart(of: agent)
        while rows.count <= start { rows.append(contentsOf: repeatElement(0, count: rowLength + 1)) }
        let known = rows[start]
        guard known != lastMade else { return }
        rows[start] = lastMade
        if known == 0 || known + 1 < madeBase || lastMade - known > UInt64(entries.count) {
            for index in entries.indices { setRowBit(agent, Int32(index)) }
        } else {
            for number in known + 1...lastMade { setRowBit(agent, made[Int(number - madeBase)]) }
        }
    }

    /// Says that an agent's row is wrong.
    mutating func forgetRow(of agent: Int32) {
        if rowStart(of: agent) < rows.count { rows[rowStart(of: agent)] = 0 }
    }

    /// Says that every agent's row is wrong.
    mutating func forgetRows() {
        for agent in 0..<rowCount { forgetRow(of: Int32(agent)) }
    }

    /// Whether an agent's row is up to date.
    func hasRow(of agent: Int32) -> Bool {
        rowStart(of: agent) < rows.count && rows[rowStart(of: agent)] == lastMade
    }

    /// 64 classes: those that an agent whose row is up to date may serve.
    func rowWord(_ word: Int, of agent: Int32) -> UInt64 { rows[rowStart(of: agent) + 1 + word] }

    /// Notes that an agent, perhaps eligible, stands at a position that classes may believe to have passed.
    mutating func lowerCursors(of agent: Int32, channel: Int, to position: Int32) {
        for index in entries.indices where entries[index].cursor > position {
            guard entries[index].key.channel.rawValue == channel, entries[index].eligible.contains(agent) else {
                continue
            }
            entries[index].cursor = position
        }
    }

    /// Notes that the positions of a channel's ring have moved.
    mutating func moveCursors(channel: Int, _ compaction: IdleRing.Compaction) {
        for index in entries.indices where entries[index].key.channel.rawValue == channel {
            entries[index].cursor = compaction.moved(entries[index].cursor)
        }
    }

    private func rowStart(of agent: Int32) -> Int { Int(agent) * (rowLength + 1) }

    private mutating func setRowBit(_ agent: Int32, _ index: Int32) {
        let word = rowStart(of: agent) + 1 + Int(index) >> 6
        let bit: UInt64 = 1 << UInt64(index & 63)
        if entries[Int(index)].eligible.contains(agent) { rows[word] |= bit } else { rows[word] &= ~bit }
    }

    private mutating func widenRows() {
        let old = rowLength
        let agents = rowCount
        rowLength *= 2
        var wider = ContiguousArray<UInt64>(repeating: 0, count: Channel.allCases.count * rowLength)
        for channel in Channel.allCases.indices {
            for word in 0..<old { wider[channel * rowLength + word] = occupied[channel * old + word] }
        }
        occupied = wider
        rows = ContiguousArray(repeating: 0, count: agents * (rowLength + 1))
    }
}

extension ClassTable {
    func checkInvariants() -> [String] {
        var faults: [String] = []
        for (index, entry) in entries.enumerated() where !entry.isVacant {
            if indexes[entry.key] != Int32(index) { faults.append("class \(index) is not found by its key") }
            let isOccupied = occupiedWord(index >> 6, ChannelSet(entry.key.channel)) >> UInt64(index & 63) & 1 != 0
            if isOccupied != (entry.list.count > 0) { faults.append("class \(index) is noted wrongly as empty or not") }
            for agent in 0..<rowCount where hasRow(of: Int32(agent)) {
                let mayServe = rowWord(index >> 6, of: Int32(agent)) >> UInt64(index & 63) & 1 != 0
                if mayServe != entry.eligible.contains(Int32(agent)) {
                    faults.append("agent \(agent) and class \(index) disagree")
                }
            }
        }
        let occupiedNow = entries.count { $0.list.count > 0 }
        if occupiedNow != occupiedCount {
            faults.append("\(occupiedNow) classes hold contacts, noted \(occupiedCount)")
        }
        if indexes.count + vacant.count != entries.count { faults.append("classes and vacant places do not add up") }
        return faults
    }
}
