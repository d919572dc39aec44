/// Why the center could not answer; says nothing about the business, for which there is ``ContactCenter/Refusal``.
public struct CenterError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it was; each says what its receiver may conclude.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        enum Value: UInt8 {
            case overloaded = 1
            case journalFull, timeout, cancelled, movedAway, dataLoss, unavailable, invalid, draining, stalled
        }
        let value: Value

        /// More is waiting than may wait; nothing was done. Try again after ``CenterError/retryAfter``.
        public static let overloaded = Code(value: .overloaded)
        /// The journal's store has no room for new work; nothing was done. Try again after room was made.
        public static let journalFull = Code(value: .journalFull)
        /// The outcome is unknown: repeat the command with the same id to learn it.
        public static let timeout = Code(value: .timeout)
        /// The caller went away; the outcome is unknown.
        public static let cancelled = Code(value: .cancelled)
        /// Another node owns the partition now; the outcome is unknown. Repeat the same command there.
        public static let movedAway = Code(value: .movedAway)
        /// The store has lost records that it had confirmed; the partition stopped rather than go on without them.
        public static let dataLoss = Code(value: .dataLoss)
        /// The partition is not being served at the moment; the outcome is unknown if the command was under way.
        public static let unavailable = Code(value: .unavailable)
        /// The call itself makes no sense to who received it; nothing was done.
        public static let invalid = Code(value: .invalid)
        /// The partition's owner is about to end and takes nothing on; nothing was done. Try elsewhere, or later.
        public static let draining = Code(value: .draining)
        /// The partition's journal has taken nothing for a while, as when its site is cut off; nothing was done. The
        /// partition goes on by itself when the journal does.
        public static let stalled = Code(value: .stalled)

        public var description: String {
            switch value {
            case .overloaded: "overloaded"
            case .journalFull: "journal-full"
            case .timeout: "timeout"
            case .cancelled: "cancelled"
            case .movedAway: "moved-away"
            case .dataLoss: "data-loss"
            case .unavailable: "unavailable"
            case .invalid: "invalid"
            case .draining: "draining"
            case .stalled: "stalled"
            }
        }

        /// Whether what was asked for may have been done all the same.
        public var leavesOutcomeUnknown: Bool {
            switch value {
            case .timeout, .cancelled, .movedAway, .dataLoss, .unavailable: true
            case .overloaded, .journalFull, .invalid, .draining, .stalled: false
            }
        }
    }

    /// What kind of failure it was.
    public let code: Code
    /// What happened, to what, and what to do next: a sentence for people.
    public let message: String
    /// How long to wait before the next try; nil when waiting is no remedy.
    public let retryAfter: Duration?
    /// The error behind this one, if there was one; it does not cross the wire.
    public let cause: (any Error)?

    public init(_ code: Code, _ message: String, retryAfter: Duration? = nil, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
        self.cause = cause
    }

    public var description: String { "\(code): \(message)" }
}
