import ContactCenter

/// A message on its way between floors.
struct Envelope {
    enum Content {
        case letter(Letter)
        case answer(Letter, CommandResult)
        case summary(FloorSummary)
    }

    var from: Int
    var to: Int
    /// The sender's life: an answer comes back to that one alone.
    var life: Int
    var content: Content
    var arrival: Timestamp
}
