import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial events`
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Shows what happens in the whole center, each event in a line.",
        discussion: """
            Begins with how each partition stands, and ends there unless --follow is given. A line is the time at which it \
            was received, the partition, and what happened; with --json it is one object. Where a partition moves to another \
            node the stream goes on without a gap.
            """)

    @Flag(help: "Go on with every event, until Ctrl-C.")
    var follow = false

    @Option(help: "Only this partition, such as fra.0.")
    var partition: String?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let partitions = try await client.status().partitions.map(\.id)
            let followed = partition.map { [$0] } ?? partitions
            let (follows, asJSON) = (follow, read.json)
            let isWhole = try await withThrowingTaskGroup(of: Bool.self) { group in
                for name in followed {
                    group.addTask { try await Self.show(client, name, follows: follows, asJSON: asJSON) }
                }
                return try await group.reduce(true) { $0 && $1 }
            }
            if !isWhole { throw ExitCode.failure }
        }
    }

    /// Prints what happens in a partition. While nobody serves it that is said, and the others go on; so does this one,
    /// where it is followed, as soon as somebody does.
    ///
    /// - Returns: Whether the partition could be shown.
    private static func show(
        _ client: GatewayClient, _ partition: String, follows: Bool, asJSON: Bool
    ) async throws -> Bool {
        var last: String?
        while true {
            do {
                for try await event in client.events(in: partition, after: last) {
                    try EventLine(partition: partition, event: event, at: .machineNow).print(asJSON: asJSON)
                    last = event.id ?? last
                    if !follows { return true }
                }
                return true
            } catch let error as GatewayError {
                Report.error("\(partition): \(error.problem?.detail ?? error.message)")
                guard follows, error.code == .unavailable || error.code == .unreachable else { return false }
            }
        }
    }
}
