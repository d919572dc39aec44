internal import Wire

/// A reservation as the contact's partition keeps it: an agent elsewhere who is wanted for a contact, is offered it, or
/// has it.
///
/// It goes asked → offered → held → over, or is over before. Every change that the agent's partition must know counts
/// the version up; when it is over and the last version is confirmed, it is dropped. The contact's record says which
/// agent; while it is asked for, the contact waits on, and may go to somebody else.
struct Reservation: Sendable {
    /// Where it stands.
    enum Phase: UInt8, WireCode {
        case asked, offered, held, over
    }

    /// Whom it is for; a hand-over may change that.
    var contact: ContactID
    /// Number of the agent's floor.
    let floor: UInt16
    /// Who was named in asking; nil for whoever is best.
    let agent: AgentID?
    var phase = Phase.asked
    var version = 0
    /// The last version that the agent's partition is known to know.
    var confirmed = 0
    /// How it ended; nil while it has not.
    var over: Settle.Over?

    /// Whether the agent's partition is to be told how it stands.
    var isUnsettled: Bool { version > confirmed }
}
