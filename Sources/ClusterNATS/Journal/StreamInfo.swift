import Cluster

/// What JetStream says of a stream.
struct StreamInfo: Decodable, Sendable {
    /// What is in it.
    struct State: Decodable, Sendable {
        let bytes: Int
        let firstSequence: UInt64
        let lastSequence: UInt64
        /// How many messages there are of each subject that was asked for.
        let subjects: [String: Int]?

        private enum CodingKeys: String, CodingKey {
            case bytes, subjects
            case firstSequence = "first_seq"
            case lastSequence = "last_seq"
        }
    }

    /// The servers that hold it.
    struct Group: Decodable, Sendable {
        /// Name of the server that leads.
        let leader: String?
        let replicas: [Replica]?
    }

    /// A server that holds it beside the one that leads.
    struct Replica: Decodable, Sendable {
        /// Name of the server.
        let name: String?
        /// Whether it has what the leader has.
        let current: Bool?
        /// By how many entries it is behind; nil for none.
        let lag: UInt64?
        /// Nanoseconds since the leader heard from it; 0 when it never did.
        let active: Int64?
        let offline: Bool?
    }

    let config: StreamConfiguration
    let state: State
    let cluster: Group?

    /// How lately, in nanoseconds, a server must have heard from others to be believed; shorter than the 4 s that pass
    /// at least before others elect another.
    private static let freshness: Int64 = 3_000_000_000

    /// The last record's place.
    var last: JournalSequence { JournalSequence(state.lastSequence) }
    /// The place before the oldest record that is kept.
    var trimmed: JournalSequence { JournalSequence(state.firstSequence == 0 ? 0 : state.firstSequence - 1) }

    /// Whether the server that answered has lately heard from so many others that together they are most of them.
    var isOfMajority: Bool {
        let heard = (cluster?.replicas ?? []).filter { replica in
            let active = replica.active ?? 0
            return replica.offline != true && active > 0 && active < Self.freshness
        }
        return (heard.count + 1) * 2 > config.replicas
    }
}
