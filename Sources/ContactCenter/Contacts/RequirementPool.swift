/// The requirements that contacts brought, each once, so that a million contacts that ask for the same share it.
struct RequirementPool: Sendable {
    private struct Entry: Sendable {
        var requirement: Requirement?
        var uses = 0
    }

    private var entries: ContiguousArray<Entry> = []
    private var free: [Int32] = []
    private var numbers: [Requirement: Int32] = [:]

    /// The requirement of a number; nil for ``ContactRecord/none``.
    subscript(number: Int32) -> Requirement? {
        number < 0 ? nil : entries[Int(number)].requirement
    }

    /// Counts one more use of a requirement and gives its number; ``ContactRecord/none`` for nil.
    mutating func retain(_ requirement: Requirement?) -> Int32 {
        guard let requirement else { return ContactRecord.none }
        if let number = numbers[requirement] {
            entries[Int(number)].uses += 1
            return number
        }
        let number = free.popLast() ?? Int32(entries.count)
        if Int(number) == entries.count { entries.append(Entry()) }
        entries[Int(number)] = Entry(requirement: requirement, uses: 1)
        numbers[requirement] = number
        return number
    }

    /// Counts one use less.
    mutating func release(_ number: Int32) {
        guard number >= 0 else { return }
        entries[Int(number)].uses -= 1
        guard entries[Int(number)].uses == 0, let requirement = entries[Int(number)].requirement else { return }
        numbers[requirement] = nil
        entries[Int(number)].requirement = nil
        free.append(number)
    }
}
