public import Wire

/// How a contact becomes an offline message.
public struct MessageRules: Hashable, Sendable {
    /// Where it waits; nil for the queue that it was in.
    public var queue: QueueID?
    /// The channel on which agents are offered it.
    public var channel = Channel.email
    /// How much open time of the calendar may go by until the answer.
    public var replyWithin: Duration = .seconds(4 * 3_600)
    /// What the customer is told at once: `{contact}` stands for the contact's id, `{reply}` for the time by which an
    /// answer is expected, `{opening}` for the next opening.
    public var acknowledgement = "Thank you for your message ({contact}). We expect to answer it by {reply}."

    public init() {}
}

extension MessageRules: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(queue)
        writer.write(channel)
        writer.write(replyWithin)
        writer.write(acknowledgement)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        queue = try reader.readOptional()
        channel = try reader.read()
        replyWithin = try reader.read()
        acknowledgement = try reader.readString()
    }
}
