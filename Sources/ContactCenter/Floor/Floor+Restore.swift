extension Floor {
    /// Leaves out the next `count` ids of contacts, sessions and offers, so that none is given out that may have been
    /// given out behind the state that this floor was put back to.
    public mutating func skipIdentifiers(_ count: UInt64) {
        contactsGiven += count
        sessionsGiven += count
        offersGiven += count
    }
}
