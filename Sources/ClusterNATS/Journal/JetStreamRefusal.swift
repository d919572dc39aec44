/// What JetStream says when it refuses a request. The numbers are those of nats-server's `errors.json`.
struct JetStreamRefusal: Decodable, Sendable, CustomStringConvertible {
    /// The stream does not end where the message was to follow.
    static let wrongLastSequence: Set<Int> = [10071, 10164]
    /// No room in the account, in memory or on disk.
    static let noRoom: Set<Int> = [10002, 10023, 10028, 10047]
    /// The stream could not store the message; the text says why.
    static let storeFailed = 10077
    /// The message is longer than the stream takes.
    static let tooLong = 10054
    /// The server does not reach most of its cluster.
    static let noCluster = 10008
    /// There is no such stream.
    static let noStream = 10059
    /// There is no such message.
    static let noMessage = 10037
    /// A stream of the name is there with another configuration.
    static let nameInUse = 10058
    /// The cluster has no leader, the server is not the leader, JetStream is off, the stream is another, sealed or
    /// offline: nothing was stored.
    static let notServing: Set<Int> = [noCluster, 10009, 10039, 10059, 10060, 10076, 10109, 10118]

    let number: Int
    let text: String

    private enum CodingKeys: String, CodingKey {
        case number = "err_code"
        case text = "description"
    }

    var description: String { "\(text), error \(number)" }

    /// Whether it was refused for want of room, and nothing was stored.
    var isForRoom: Bool {
        Self.noRoom.contains(number) || number == Self.storeFailed && text.hasPrefix("maximum ")
    }

    /// The sequence that the stream ends with, if that is why it refused.
    var lastSequence: UInt64? {
        guard Self.wrongLastSequence.contains(number) else { return nil }
        return text.split(separator: " ").last.flatMap { UInt64($0) }
    }
}
