/// What one partition owes another: a command that the other's floor is to carry out, sent again until it is owed no
/// more.
///
/// The owner of a floor sends a letter once the events behind it are durable, each time under a command id of its own,
/// and gives the answer to its own floor as ``reply(_:)`` says. It goes on as long as ``Floor/owes(_:)``: an answer
/// alone does not end it. What letters ask for may arrive late, twice, and in any order.
public struct Letter: Hashable, Sendable {
    /// Number of the floor that is to carry it out.
    public let to: UInt16
    /// Names the letter: the same subject is the same letter.
    public let subject: Subject
    /// What the other floor is to do.
    public let body: Command.Body

    init(to: UInt16, _ subject: Subject, _ body: Command.Body) {
        self.to = to
        self.subject = subject
        self.body = body
    }

    /// After how long without an answer it is given up, which ``reply(_:)`` with nil tells; nil for never.
    public var patience: Duration? {
        if case .claim = subject { return .milliseconds(500) }
        return nil
    }

    /// The command for the sender's own floor that an answer leads to; nil when the answer says nothing, and the
    /// letter is to be sent again as long as it is owed.
    ///
    /// - Parameter result: The other floor's answer; nil when ``patience`` is over.
    public func reply(_ result: CommandResult?) -> Command.Body? {
        if case .done(let answer) = result { return .answered(subject, answer) }
        switch subject {
        case .reserve where result != nil: return .answered(subject, .declined)
        case .claim: return .answered(subject, .claimed(false))
        case .reserve, .commit, .giveBack, .settle: return nil
        }
    }

    /// What a letter is about.
    public enum Subject: Hashable, Sendable {
        /// An agent is wanted for a contact.
        case reserve(ReservationID)
        /// The agent has accepted.
        case commit(ReservationID)
        /// The agent will not take the contact, or cannot.
        case giveBack(ReservationID)
        /// How the contact stands, the versions counting up.
        case settle(ReservationID, version: Int)
        /// An agent is free for a contact of the other partition; the number tells one claim of theirs from the next.
        case claim(AgentID, number: UInt64)
    }
}
