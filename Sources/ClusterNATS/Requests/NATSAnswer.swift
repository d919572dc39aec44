/// One message that answers a request.
struct NATSAnswer: Sendable {
    /// The server's own word in place of content, 404 for instance; nil when it is content.
    let status: Int?
    /// The place in its stream of a message that was asked for; nil for any other answer.
    let sequence: UInt64?
    let bytes: [UInt8]
    /// Whether it is a message that was written on the condition that its stream ends with a certain sequence.
    let isConditional: Bool

    init(_ message: borrowing NATSMessage) {
        status = message.header("Status").flatMap { Int($0) }
        sequence = message.header("Nats-Sequence").flatMap { UInt64($0) }
        bytes = message.bytes
        isConditional = message.header(JetStreamAPI.condition) != nil
    }
}
