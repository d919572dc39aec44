import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial callback slots`
struct CallbackSlotsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slots", abstract: "Shows what customers of a queue may book to be called back.",
        discussion: "At most 500 slots are shown, from now plus the queue's `notice` on.")

    @Argument(help: "The queue's id.")
    var queue: String

    @Option(help: "From when on, such as 2026-12-24T00:00:00Z. (default: now)")
    var from: DateTime?

    @Option(help: "Until when. (default: as far ahead as may be booked)")
    var to: DateTime?

    @Option(help: "The customer's time zone, such as America/New_York: then only slots that suit them.")
    var timeZone: String?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let answer = try await client.callbackSlots(of: queue, from: from, until: to, timeZone: timeZone)
            if read.json { return try Report.json(answer) }
            var table = Table("SLOT", ">FREE", ">OF", "BEGINS (UTC)")
            for slot in answer.slots {
                table.add(slot.local, "\(slot.free)", "\(slot.capacity)", "\(slot.from)")
            }
            print(table.text(empty: "There are no slots in that time."))
        }
    }
}
