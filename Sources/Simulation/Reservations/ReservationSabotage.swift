/// A rule between partitions that is broken on purpose, to see that the checks notice.
public enum ReservationSabotage: String, CaseIterable, Sendable {
    /// An agent's partition ends an accept that it has forwarded by itself.
    case freedAccept = "freed-accept"
    /// A repeated reservation is taken up again after it was answered.
    case forgottenAnswer = "forgotten-answer"
    /// Letters leave before what they rest on is durable.
    case earlyLetters = "early-letters"
    /// A floor that is taken over does not send what it still owes.
    case forgottenLetters = "forgotten-letters"
    /// A letter counts as answered when it was sent once.
    case sentOnce = "sent-once"
}
