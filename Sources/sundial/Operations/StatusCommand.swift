import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial status`
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows the cluster at a glance: sites, nodes, partitions.",
        discussion: """
            Answered within about a second, whatever is down. A node is up, suspected (not heard for too long: others take \
            its partitions over), draining (it takes none) or clock-off. LAG counts records that are decided on and not \
            yet durable; EPOCH counts the ownerships of a partition.
            """)

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let status = try await client.status()
            if read.json { return try Report.json(status) }
            print("Node           \(status.node), version \(status.version)")
            print("Up             \(Phrase.age(of: status.startedAt, at: .machineNow))")
            print(
                "Business time  \(status.clock.now)\(status.clock.rate == 1 ? "" : ", \(status.clock.rate) times as fast")"
            )
            print("Configuration  \(Self.configuration(status))")
            print("Event streams  \(status.streams)\n")
            if !status.nodes.isEmpty { print(Self.sites(status) + "\n\n" + Self.nodes(status) + "\n") }
            print(PartitionTable.text(status.partitions))
            for line in Self.notes(status) { print("\n" + line) }
        }
    }

    private static func configuration(_ status: Status) -> String {
        switch status.configurationVersion {
        case nil: "not known: no partition is served"
        case 0: "none yet"
        case let version?: "version \(version)"
        }
    }

    private static func sites(_ status: Status) -> String {
        var table = Table("SITE", "NODES UP", "PARTITIONS", ">LIVE CONTACTS")
        for site in status.sites {
            table.add(
                site.id, "\(site.nodesUp) of \(site.nodes)", Phrase.text(site.partitions.joined(separator: ", ")),
                "\(site.liveContacts)")
        }
        return table.text(empty: "There are no sites.")
    }

    private static func nodes(_ status: Status) -> String {
        var table = Table("NODE", "SITE", "STATE", ">HEARD", ">CLOCK", ">UP", ">DISK LEFT", "VERSION", "OWNS")
        for node in status.nodes {
            table.add(
                node.id, node.site, Phrase.state(of: node), "\(Phrase.duration(seconds: node.heardSecondsAgo)) ago",
                Phrase.skew(seconds: node.clockSkewSeconds), Phrase.age(of: node.startedAt, at: .machineNow),
                Phrase.bytes(node.freeBytes), Phrase.text(node.version),
                Phrase.text(node.partitions.map(\.id).joined(separator: ", ")))
        }
        return table.text(empty: "There are no nodes.")
    }

    /// What is wrong, and, in a cluster, what holds when a site is cut off.
    private static func notes(_ status: Status) -> [String] {
        let troubles = status.partitions.compactMap { partition in
            partition.trouble.map { "\(partition.id): \($0)" }
        }
        guard !status.nodes.isEmpty else { return troubles }
        let promises = Dictionary(grouping: status.partitions, by: \.promise).sorted { $0.value[0].id < $1.value[0].id }
        return troubles
            + promises.map { promise, partitions in
                "\(partitions.map(\.id).joined(separator: ", ")): \(promise)"
            }
    }
}
