import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial partition check`
struct PartitionCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Replays a partition's journal and compares it with the live state and with its copies.",
        discussion: """
            The owner goes on serving meanwhile. Compared are, byte for byte, the live state and what the journal comes \
            to at the same durable record; each snapshot on the way; and whether every replica has what the leader has. \
            Exits with 0 when all is equal, with 1 when anything is different.
            """)

    @Argument(help: "Names of partitions, such as fra.0; without any, all.")
    var partitions: [String] = []

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            var names = partitions
            if names.isEmpty { names = try await client.status().partitions.map(\.id) }
            var checks: [PartitionCheck] = []
            for name in names {
                let check = try await client.check(partition: name)
                checks.append(check)
                if !read.json { Self.show(check) }
            }
            if read.json { try Report.json(checks) }
            if checks.contains(where: { !$0.isEqual }) { throw ExitCode.failure }
        }
    }

    private static func show(_ check: PartitionCheck) {
        let void = check.voidRecords == 0 ? "" : ", \(check.voidRecords) of them void"
        let start = check.start.map { "the snapshot at \($0)" } ?? "the first one"
        let verdict = check.isEqual ? "equal" : "DIFFERENT"
        print("\(check.partition): \(verdict) at record \(check.position), epoch \(check.epoch)")
        for difference in check.differences { print("  ! \(difference)") }
        print("  \(check.records) records\(void) with \(check.events) events replayed, from \(start) on")
        print("  \(check.bytes) bytes of live state, \(check.snapshots) later snapshots compared")
        print("  \(check.store), \(copies(check))")
        print("  took \(Phrase.duration(seconds: check.seconds))")
    }

    private static func copies(_ check: PartitionCheck) -> String {
        guard !check.copies.isEmpty else { return "no other copy" }
        let names = check.copies.map { copy in
            copy.isCurrent ? copy.name : "\(copy.name) (\(copy.lag) behind)"
        }
        return "copied to \(names.joined(separator: ", "))"
    }
}
