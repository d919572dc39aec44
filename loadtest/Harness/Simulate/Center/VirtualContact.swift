/// A contact of a center in virtual time: what it is to be, and what has become of it. Times are in microseconds.
struct VirtualContact {
    let at: Int64
    let handling: Int64
    let wrapUp: Int64
    /// Whether it came in while it counts.
    let counts: Bool
    /// The longest wait that is still within the service level of its queue.
    let threshold: Int64
    var waits = true
}

/// A contact that is to come in, and where.
struct VirtualArrival {
    var contact: PlannedContact
    /// Place of the site where it comes in.
    var site: Int
}
