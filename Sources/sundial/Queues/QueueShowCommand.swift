import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial queue show`
struct QueueShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one queue with all its figures.")

    @Argument(help: "The queue's id.")
    var queue: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let queue = try await client.queue(queue)
            if read.json { return try Report.json(queue) }
            let now = try await client.status().clock.now
            print("Queue          \(queue.id)\(queue.label.isEmpty ? "" : ", \(queue.label)")")
            print("Open           \(queue.isOpen ? "yes" : "no, closed by its calendar")")
            print("Waiting        \(queue.waiting), the oldest for \(Phrase.age(of: queue.oldest, at: now))")
            print("In hand        \(queue.offered) offered, \(queue.connected) connected")
            print("Agents         \(queue.staffed) signed in, \(queue.idle) idle\n")
            Self.show(queue.figures)
        }
    }

    private static func show(_ figures: QueueTotals) {
        print("Opened         \(figures.opened), and \(figures.refused) refused")
        print("Answered       \(figures.answered), of these \(figures.answeredWithinThreshold) within the threshold")
        print("Abandoned      \(figures.abandoned), of these \(figures.abandonedWithinThreshold) within the threshold")
        print("Timed out      \(figures.timedOut)")
        print("Completed      \(figures.completed)")
        print("Service level  \(Phrase.share(figures.serviceLevel.answered)) of answered")
        print("               \(Phrase.share(figures.serviceLevel.offered)) of answered, abandoned and timed out")
        print("               \(Phrase.share(figures.serviceLevel.offeredWithoutShortAbandons)) without short abandons")
        print("ASA            \(Phrase.duration(seconds: figures.asaSeconds))")
        print("AHT            \(Phrase.duration(seconds: figures.ahtSeconds))")
    }
}
