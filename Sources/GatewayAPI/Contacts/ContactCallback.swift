/// A callback as it stands, as part of a contact.
public struct ContactCallback: Codable, Hashable, Sendable {
    /// Whom to call.
    public var number: String
    /// When it is to be looked after again: the beginning of its slot, the end of a pause, or, while the customer is
    /// being called, when that is given up; nil while it waits for its turn, and once the customer was reached.
    public var due: DateTime?
    /// The beginning of the slot that was booked; nil when none was.
    public var slot: DateTime?
    /// IANA name of the customer's time zone; nil when unknown.
    public var timeZone: String?
    /// How many times the customer has been called, the present call included.
    public var attempts: Int
    /// How the last call turned out; nil before the first.
    public var lastOutcome: Outcome?

    public init(
        number: String, due: DateTime? = nil, slot: DateTime? = nil, timeZone: String? = nil, attempts: Int = 0,
        lastOutcome: Outcome? = nil
    ) {
        self.number = number
        self.due = due
        self.slot = slot
        self.timeZone = timeZone
        self.attempts = attempts
        self.lastOutcome = lastOutcome
    }

    /// How a call to a customer turned out.
    public enum Outcome: String, CaseIterable, Codable, Sendable {
        case answered, busy
        case noAnswer = "no-answer"
        case failed
        /// Nobody said in time.
        case unknown
    }
}
