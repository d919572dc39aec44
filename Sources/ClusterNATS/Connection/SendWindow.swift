import DequeModule

/// How many bytes were sent that the server has not confirmed, and who waits until there are fewer.
///
/// A message is let in when there is room for it, or when nothing is unconfirmed: then it may be larger than the
/// bound, and is alone. Messages are let in in the order in which they came.
struct SendWindow {
    private struct Waiter {
        let ticket: UInt64
        let size: Int
    }

    let bound: Int
    /// Bytes that were let in and are not confirmed.
    private(set) var unconfirmed = 0
    /// How many of them the confirmation covers that is under way; nil when none is.
    private var confirming: Int?
    private var waiters: Deque<Waiter> = []
    private var nextTicket: UInt64 = 0

    init(bound: Int) {
        self.bound = bound
    }

    /// Lets a message in; false when it has to wait.
    mutating func letIn(_ size: Int) -> Bool {
        guard waiters.isEmpty, hasRoom(for: size) else { return false }
        unconfirmed += size
        return true
    }

    /// Has a message wait.
    ///
    /// - Returns: The ticket by which ``admitted()`` tells that it is in.
    mutating func wait(_ size: Int) -> UInt64 {
        nextTicket += 1
        waiters.append(Waiter(ticket: nextTicket, size: size))
        return nextTicket
    }

    /// Whether a confirmation is to be asked for now; the asker then ends it.
    mutating func beginConfirmation() -> Bool {
        let isWanted = unconfirmed > bound / 2 || !waiters.isEmpty && unconfirmed > 0
        guard confirming == nil, isWanted else { return false }
        confirming = unconfirmed
        return true
    }

    /// Notes that the server has everything that was sent before the confirmation began.
    mutating func endConfirmation() {
        unconfirmed -= confirming ?? 0
        confirming = nil
    }

    /// Notes that the server was lost, and with it whatever it had not confirmed.
    mutating func reset() {
        unconfirmed = 0
        confirming = nil
    }

    /// The tickets of those who have been let in meanwhile, each told once, oldest first.
    mutating func admitted() -> [UInt64] {
        var tickets: [UInt64] = []
        while let first = waiters.first, hasRoom(for: first.size) {
            waiters.removeFirst()
            unconfirmed += first.size
            tickets.append(first.ticket)
        }
        return tickets
    }

    private func hasRoom(for size: Int) -> Bool {
        unconfirmed == 0 || unconfirmed + size <= bound
    }
}
