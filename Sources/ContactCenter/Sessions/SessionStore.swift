/// The sessions of a floor: how many contacts each has that are not forgotten. A session is known as long as one of
/// its contacts is.
struct SessionStore: Sendable {
    private var table = IdentifierTable()

    /// How many sessions there are.
    var count: Int { table.count }

    /// How many contacts of a session are known; 0 when the session is not.
    func contacts(of session: SessionID) -> Int { Int(table[session.count] ?? 0) }

    /// Counts one more contact of a session, and begins it if it is the first.
    mutating func add(_ session: SessionID) {
        table.set(session.count, to: (table[session.count] ?? 0) + 1)
    }

    /// Counts one contact less; the session goes with the last.
    mutating func remove(_ session: SessionID) {
        guard let contacts = table[session.count] else { return }
        if contacts > 1 { table.set(session.count, to: contacts - 1) } else { table.remove(session.count) }
    }
}
