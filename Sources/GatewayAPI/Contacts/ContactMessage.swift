/// A message that a customer left instead of waiting, as part of a contact.
public struct ContactMessage: Codable, Hashable, Sendable {
    /// When it was left.
    public var leftAt: DateTime
    /// What the customer is to be told at once.
    public var acknowledgement: String
    /// By when the customer is told to expect an answer; nil when that cannot be said.
    public var expectedReply: DateTime?

    public init(leftAt: DateTime, acknowledgement: String, expectedReply: DateTime? = nil) {
        self.leftAt = leftAt
        self.acknowledgement = acknowledgement
        self.expectedReply = expectedReply
    }
}
