import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial queue list`
struct QueueListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every queue in a line.",
        discussion: """
            SL is the share answered within the queue's threshold of all answered, abandoned and timed out; ASA is \
            the average speed of answer; EWT is how long whoever joined now would wait.
            """)

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let queues = try await client.queues().items
            if read.json { return try Report.json(queues) }
            let now = try await client.status().clock.now
            var table = Table(
                "QUEUE", "OPEN", ">WAITING", "OLDEST", ">OFFERED", ">CONNECTED", ">STAFFED", ">IDLE", ">EWT",
                ">ANSWERED", ">ABANDONED", ">SL", ">ASA")
            for queue in queues {
                table.add(
                    queue.id, queue.isOpen ? "yes" : "no", "\(queue.waiting)", Phrase.age(of: queue.oldest, at: now),
                    "\(queue.offered)", "\(queue.connected)", "\(queue.staffed)", "\(queue.idle)",
                    Phrase.duration(seconds: queue.expectedWaitSeconds),
                    "\(queue.figures.answered)", "\(queue.figures.abandoned)",
                    Phrase.share(queue.figures.serviceLevel.offered),
                    Phrase.duration(seconds: queue.figures.asaSeconds))
            }
            print(table.text(empty: "There are no queues. Apply a configuration with `sundial config apply FILE`."))
        }
    }
}
