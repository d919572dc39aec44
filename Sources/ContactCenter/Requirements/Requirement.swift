/// What a contact asks of an agent: an expression over skills and attributes, kept as its canonical text.
public struct Requirement: Hashable, Sendable {
    /// The canonical text.
    public let text: String
}
