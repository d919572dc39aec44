/// A stream as JetStream is asked to make it, and as it says that it is.
struct StreamConfiguration: Codable, Hashable, Sendable {
    var name: String
    /// Whose journal it is; there since before streams could carry metadata.
    var description: String?
    var subjects: [String]?
    var replicas: Int
    var maximumBytes: Int
    var maximumPerSubject: Int
    var deniesDelete: Bool?
    /// What the server adds about itself.
    var metadata: [String: String]?
    var retention = "limits"
    var storage = "file"
    var discard = "new"
    var maximumMessages = -1
    /// In nanoseconds; 0 keeps messages for ever.
    var maximumAge: Int64 = 0
    var allowsDirect: Bool? = true
    /// Sequence of the first message of a new stream; nil for 1.
    var firstSequence: UInt64?

    init(
        name: String, subject: String, replicas: Int, maximumBytes: Int, maximumPerSubject: Int = -1,
        deniesDelete: Bool, description: String
    ) {
        self.name = name
        self.description = description
        subjects = [subject]
        self.replicas = replicas
        self.maximumBytes = maximumBytes
        self.maximumPerSubject = maximumPerSubject
        self.deniesDelete = deniesDelete
    }

    private enum CodingKeys: String, CodingKey {
        case name, description, subjects, metadata, retention, storage, discard
        case replicas = "num_replicas"
        case maximumBytes = "max_bytes"
        case maximumPerSubject = "max_msgs_per_subject"
        case deniesDelete = "deny_delete"
        case maximumMessages = "max_msgs"
        case maximumAge = "max_age"
        case allowsDirect = "allow_direct"
        case firstSequence = "first_seq"
    }

    /// Version of the server that answered, such as `2.15.0`; nil below 2.11, which does not tell.
    var serverVersion: String? { metadata?["_nats.ver"] }

    /// What makes this stream, which was found, unfit for what `wanted` is for; nil when nothing does.
    func objection(to wanted: StreamConfiguration) -> String? {
        if description != wanted.description {
            return "it belongs to something else (\(description ?? "it has no description"))"
        }
        if subjects != wanted.subjects { return "it has the subjects \(subjects ?? [])" }
        if storage != wanted.storage { return "its storage is \(storage)" }
        if retention != wanted.retention || maximumAge != 0 || maximumMessages != -1
            || maximumPerSubject != wanted.maximumPerSubject
        {
            return "it lets go of messages by itself"
        }
        return discard == wanted.discard ? nil : "it discards \(discard) messages when it is full"
    }
}
