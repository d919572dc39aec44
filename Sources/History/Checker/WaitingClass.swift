import ContactCenter

/// The contacts of one class that wait, in the order in which they are to be offered.
struct WaitingClass {
    private var members: [Member] = []
    private var head = 0
    private var gone = 0

    struct Member {
        let priority: Int
        let enqueuedAt: Timestamp
        let contact: Int
        var isGone = false

        func isBefore(_ other: Member) -> Bool {
            if priority != other.priority { return priority > other.priority }
            return (enqueuedAt, contact) < (other.enqueuedAt, other.contact)
        }
    }

    /// Adds a contact that has begun to wait. Complexity: O(1) at the end, where most go; O(count) elsewhere.
    mutating func insert(_ member: Member) {
        let place = firstPlace(notBefore: member)
        if place < members.count, members[place].contact == member.contact,
            members[place].enqueuedAt == member.enqueuedAt
        {
            if members[place].isGone { gone -= 1 }
            members[place].isGone = false
            head = min(head, place)
        } else {
            members.insert(member, at: place)
            head = min(head, place)
        }
    }

    /// Removes a contact that no longer waits. Complexity: O(log count).
    mutating func remove(_ member: Member) {
        let place = firstPlace(notBefore: member)
        guard place < members.count, members[place].contact == member.contact, !members[place].isGone else { return }
        members[place].isGone = true
        gone += 1
        while head < members.count, members[head].isGone { head += 1 }
        if gone > 64, gone > members.count / 2 {
            members.removeAll { $0.isGone }
            gone = 0
            head = 0
        }
    }

    /// The first `count` that wait and go before `member`, in order.
    func prefix(_ count: Int, before member: Member) -> [Member] {
        var found: [Member] = []
        var place = head
        while place < members.count, found.count < count, members[place].isBefore(member) {
            if !members[place].isGone { found.append(members[place]) }
            place += 1
        }
        return found
    }

    private func firstPlace(notBefore member: Member) -> Int {
        var low = 0
        var high = members.count
        if let last = members.last, last.isBefore(member) { return high }
        while low < high {
            let middle = (low + high) / 2
            if members[middle].isBefore(member) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
