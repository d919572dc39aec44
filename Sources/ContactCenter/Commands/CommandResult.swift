/// How a command turned out; the same again whenever the command is repeated within its window.
public enum CommandResult: Hashable, Sendable {
    case done(CommandAnswer)
    case refused(Refusal)
}

/// What a command that was carried out says.
public enum CommandAnswer: Hashable, Sendable {
    case nothing
    /// The contact that was opened, and the session it belongs to.
    case opened(ContactID, SessionID)
    /// The contact that was opened, the session it belongs to, and what whoever made it is to be told.
    indirect case openedDuring(ContactID, SessionID, [IncidentMessage])
    /// The consultation that was begun: a contact of its own in the same session.
    case consulting(ContactID)
    /// The version of the configuration that is now in force.
    case configured(version: Int)
    /// An agent of this partition was offered the other partition's contact, to be answered by then.
    case reserved(AgentID, deadline: Timestamp)
    /// No agent of this partition is free for the other partition's contact.
    case declined
    /// The contact's own partition decides whether the accept counts: ``Floor/acceptance(of:)``.
    case forwarded(ReservationID)
    /// The accept counts: the agent has the contact, which is as at this version.
    indirect case holding(ContactView, version: Int)
    /// The reservation is over; with the agent having had the contact, or without.
    case over(Settle.Over)
    /// Whether there was a contact for the agent, who is being asked for.
    case claimed(Bool)
    /// The contact that was opened, whose customer is not to wait on the line, or has been sent away, and what whoever
    /// made it is to be told of incidents.
    indirect case diverted(ContactView, [IncidentMessage])
}

extension CommandAnswer {
    /// The contact that was opened and waits, with what whoever made it is to be told; nil for any other answer.
    var opened: (contact: ContactID, messages: [IncidentMessage])? {
        switch self {
        case .opened(let contact, _): (contact, [])
        case .openedDuring(let contact, _, let messages): (contact, messages)
        default: nil
        }
    }
}

/// Why a command was not carried out; nothing has changed.
public struct Refusal: Error, Hashable, Sendable {
    /// What kind of reason it is.
    public enum Code: UInt8, CaseIterable, Sendable {
        /// There is no such contact, agent, queue, offer, session, disposition or reason.
        case notFound
        /// It is not in a state in which this can be done.
        case wrongState
        /// A value is beyond its bound or does not fit the configuration.
        case invalid
        /// The queue holds as many as it may.
        case queueFull
        /// The queue is closed by its calendar.
        case queueClosed
        /// Nobody is there to serve the queue, and it may not be joined then.
        case queueEmpty
        /// The command's id is older than the window in which repetitions are known.
        case expired
        /// The command's id was used with another body.
        case reused
        /// Another version of the configuration is in force than the one to be replaced.
        case conflict

        /// Its name in the API.
        public var name: String {
            switch self {
            case .notFound: "not-found"
            case .wrongState: "wrong-state"
            case .invalid: "invalid"
            case .queueFull: "queue-full"
            case .queueClosed: "queue-closed"
            case .queueEmpty: "queue-empty"
            case .expired: "command-expired"
            case .reused: "command-reused"
            case .conflict: "conflict"
            }
        }
    }

    /// What kind of reason it is.
    public let code: Code
    /// What happened, to what, and what to do next: a sentence for people.
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
