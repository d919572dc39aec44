import ContactCenter

/// What a checker knows of one offer.
struct OfferRecord {
    let seen: OfferSeen
    let contact: Int
    let agent: Int
    let line: Int
    /// Place of the configuration in force when it was received; -1 before the first.
    let configuration: Int
    /// How many restarts there were before.
    let segment: Int
    /// How often the agent's stream had gone before.
    let streamLosses: Int
    var outcome: OfferOutcome?
    var endPosition: NoticePosition?
    /// Line of the first word of its end.
    var endLine: Int?
}
