extension Floor {
    /// Leaves out ids of contacts, sessions and offers up to `count`, so that none is given out that may have been given
    /// out behind the state that this floor was put back to.
    public mutating func leaveOutIdentifiers(upTo count: UInt64) {
        contactsGiven = max(contactsGiven, count)
        sessionsGiven = max(sessionsGiven, count)
        offersGiven = max(offersGiven, count)
    }
}
