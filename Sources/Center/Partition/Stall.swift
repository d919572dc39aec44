import ContactCenter

/// A time in which a partition's appends fail.
struct Stall {
    /// When the first of them failed, in business time.
    let since: Timestamp
    /// The same in protocol time.
    let began: Duration
    /// What the journal said last.
    var reason: String
    /// Whether it is room that is wanting.
    var isFull: Bool
    /// How many tries have failed.
    var failures = 0
}
