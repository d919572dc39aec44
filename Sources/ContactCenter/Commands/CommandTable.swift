/// What is stored by command, in the order in which it came: an array, and beside it a table of places that is
/// searched from a command's hash on. A command that is not there costs one look as a rule.
struct CommandTable<Value: Sendable>: Sendable {
    private static var absent: Int32 { -1 }

    struct Entry: Sendable {
        let command: CommandID
        var value: Value
    }

    private(set) var entries: ContiguousArray<Entry> = []
    /// Places in `entries`; its count is a power of two, and at least twice that of the entries.
    private var places: ContiguousArray<Int32>
    /// Differs from process to process, so that nobody can choose ids that all begin at one place.
    private let seed = UInt64(bitPattern: Int64(CommandID(high: 0, low: 0).hashValue))

    /// - Parameter expected: About how many commands will come.
    init(expected: Int) {
        entries.reserveCapacity(expected)
        var size = 16
        while size < expected * 2 { size *= 2 }
        places = ContiguousArray(repeating: Self.absent, count: size)
    }

    var count: Int { entries.count }

    /// Complexity: O(1) on average.
    subscript(command: CommandID) -> Value? {
        let entry = places[cell(of: command)]
        return entry == Self.absent ? nil : entries[Int(entry)].value
    }

    /// Stores a value, in the place of one stored before.
    mutating func set(_ command: CommandID, to value: Value) {
        let cell = cell(of: command)
        if places[cell] != Self.absent {
            entries[Int(places[cell])].value = value
            return
        }
        places[cell] = Int32(entries.count)
        entries.append(Entry(command: command, value: value))
        if entries.count * 2 > places.count { grow() }
    }

    /// Where the command is noted, or is to be.
    private func cell(of command: CommandID) -> Int {
        let mask = places.count - 1
        let product = (command.high ^ seed).multipliedFullWidth(by: command.low | 1)
        var cell = Int(truncatingIfNeeded: product.high ^ product.low) & mask
        while places[cell] != Self.absent, entries[Int(places[cell])].command != command { cell = (cell + 1) & mask }
        return cell
    }

    private mutating func grow() {
        places = ContiguousArray(repeating: Self.absent, count: places.count * 2)
        for (place, entry) in entries.enumerated() { places[cell(of: entry.command)] = Int32(place) }
    }
}
