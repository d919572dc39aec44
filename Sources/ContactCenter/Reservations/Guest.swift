internal import Wire

/// A reservation as the agent's partition keeps it: a contact of another partition that is offered to an agent of
/// this one, or in their hands.
///
/// It goes offered → accepting → held, and takes its agent's capacity like a contact of this partition; or offered →
/// returned, which takes none and is kept only until the contact's partition knows. Once accepting, it does not end
/// here: that is for the contact's partition to say.
struct Guest: Sendable {
    /// Where it stands.
    enum Phase: UInt8, WireCode {
        case offered, accepting, held, returned
    }

    /// The contact as its own partition last told it.
    var contact: ContactView
    let agent: AgentID
    /// By when the offer must be answered.
    let deadline: Timestamp
    /// When it was offered; from when it is held, when that began.
    var since: Timestamp
    var phase = Phase.offered
    /// The last version that the contact's partition has told.
    var version = 0
    /// Why it was returned.
    var outcome = OfferOutcome.rescinded

    /// Whether it takes capacity.
    var isInHand: Bool { phase != .returned }
    /// Whether the agent still has an offer to see.
    var isOffer: Bool { phase == .offered || phase == .accepting }
}
