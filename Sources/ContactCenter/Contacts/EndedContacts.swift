/// Ended contacts, the one that ended first in front.
struct EndedContacts: Sendable {
    private var ids: ContiguousArray<ContactID> = []
    private var head = 0

    var first: ContactID? { head < ids.count ? ids[head] : nil }
    var count: Int { ids.count - head }
    /// All of them, the one that ended first in front.
    var all: ArraySlice<ContactID> { ArraySlice(ids[head...]) }

    mutating func append(_ id: ContactID) { ids.append(id) }

    /// Complexity: amortized O(1).
    mutating func removeFirst() {
        head += 1
        guard head > 1_024, head * 2 > ids.count else { return }
        ids.removeFirst(head)
        head = 0
    }
}
