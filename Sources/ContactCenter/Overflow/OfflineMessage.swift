public import Wire

/// A message that a customer has left instead of waiting.
public struct OfflineMessage: Hashable, Sendable {
    /// When it was left.
    public var leftAt: Timestamp
    /// What the customer is told at once.
    public var acknowledgement: String
    /// By when the customer is told to expect an answer; nil when the calendar is never open that long.
    public var expectedReply: Timestamp?

    public init(leftAt: Timestamp, acknowledgement: String, expectedReply: Timestamp?) {
        self.leftAt = leftAt
        self.acknowledgement = acknowledgement
        self.expectedReply = expectedReply
    }
}

extension OfflineMessage: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(leftAt)
        writer.write(acknowledgement)
        writer.write(expectedReply)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            leftAt: try reader.read(), acknowledgement: try reader.readString(),
            expectedReply: try reader.readOptional())
    }
}
