/// A site that serves what it was given by itself, first come first served; without anything that Sundial is.
///
/// How long a contact would have to wait is known when it comes in: until the first agent has done all that came before.
/// Times are in microseconds.
struct PlainSite {
    /// When each agent has done what was given out so far.
    private var freeAt: ContiguousArray<Int64>
    /// Until when each contact that was not served at once waits; those that wait no more are dropped now and then.
    private var waitsUntil: ContiguousArray<Int64> = []

    init(agents: Int) {
        freeAt = ContiguousArray(repeating: 0, count: agents)
    }

    /// How many agents have nothing to do.
    func idle(at time: Int64) -> Int { freeAt.count { $0 <= time } }

    /// How many contacts wait.
    mutating func waiting(at time: Int64) -> Int {
        waitsUntil.removeAll { $0 <= time }
        return waitsUntil.count
    }

    /// Takes a contact in.
    ///
    /// - Returns: How long it waits, until it is answered or given up.
    mutating func take(_ contact: PlannedContact) -> (wait: Int64, isAnswered: Bool) {
        var first = 0
        for agent in freeAt.indices where freeAt[agent] < freeAt[first] { first = agent }
        let offered = max(0, freeAt[first] - contact.at)
        let patience = contact.patience ?? .max
        if offered > 0 { waitsUntil.append(contact.at + min(offered, patience)) }
        guard offered <= patience else { return (patience, false) }
        freeAt[first] = contact.at + offered + contact.handling
        return (offered, true)
    }
}
