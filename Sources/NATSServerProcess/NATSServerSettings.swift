/// What a server is started with.
public struct NATSServerSettings: Sendable {
    /// One of several servers that form a cluster.
    struct Membership: Sendable {
        let cluster: String
        let port: Int
        /// The ports where it reaches the other servers.
        let routes: [Int]
        /// Whether others reach it by their own routes alone, and are not told of any other way.
        let isHidden: Bool
    }

    /// Its name, unique in its cluster.
    public var name = "one"
    /// The longest message, in bytes; a journal needs 8 MiB.
    public var longestMessage = 8_388_608
    /// The most bytes that all streams together may take on disk.
    public var storageBytes = 17_179_869_184
    /// Whether each write is synced before it is acknowledged.
    public var syncsAlways = false
    /// Further lines of the configuration file.
    public var lines: [String] = []
    var membership: Membership?

    public init() {}

    /// The configuration file of a server that listens on `port`, is watched on `watchPort` and stores in `folder`.
    func file(port: Int, watchPort: Int, folder: String) -> String {
        var text = """
            server_name: \(name)
            listen: "127.0.0.1:\(port)"
            http: "127.0.0.1:\(watchPort)"
            max_payload: \(longestMessage)
            lame_duck_duration: "30s"
            lame_duck_grace_period: "1s"
            jetstream {
                store_dir: "\(folder)/streams"
                max_file_store: \(storageBytes)
                \(syncsAlways ? "sync_interval: always" : "")
            }

            """
        if let membership {
            let routes = membership.routes.map { "\"nats-route://127.0.0.1:\($0)\"" }.joined(separator: ", ")
            text += """
                cluster {
                    name: \(membership.cluster)
                    listen: "127.0.0.1:\(membership.port)"
                    \(membership.isHidden ? "advertise: \"127.0.0.1:1\"" : "")
                    routes: [\(routes)]
                }

                """
        }
        return text + lines.joined(separator: "\n") + "\n"
    }
}
