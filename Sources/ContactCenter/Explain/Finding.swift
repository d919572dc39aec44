/// Something on the floor that looks stuck.
public struct Finding: Hashable, Sendable {
    /// The most findings of one look.
    public static let countBound = 200

    /// How pressing it is.
    public enum Severity: UInt8, CaseIterable, Sendable {
        /// Worth knowing.
        case note
        /// Somebody should look.
        case warning
        /// Something is broken.
        case fault

        /// Its name in API and command line.
        public var name: String {
            switch self {
            case .note: "note"
            case .warning: "warning"
            case .fault: "fault"
            }
        }
    }

    /// What it is about.
    public enum Subject: Hashable, Sendable {
        case contact(ContactID)
        case agent(AgentID)
        case queue(QueueID)
        case offer(ReservationID)
        /// The floor as a whole.
        case floor
    }

    /// How pressing it is.
    public var severity: Severity
    /// What it is about.
    public var subject: Subject
    /// What is the matter, and why: a sentence for people.
    public var message: String
    /// A command that puts it right; nil when a person has to decide.
    public var repair: Command.Body?
    /// What the repair does: a sentence for people; nil when there is none.
    public var repairText: String?

    public init(
        severity: Severity, subject: Subject, message: String, repair: Command.Body? = nil, repairText: String? = nil
    ) {
        self.severity = severity
        self.subject = subject
        self.message = message
        self.repair = repair
        self.repairText = repairText
    }
}
