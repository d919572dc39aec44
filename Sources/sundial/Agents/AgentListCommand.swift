import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial agent list`
struct AgentListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every agent in a line.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let agents = try await client.agents().items
            if read.json { return try Report.json(agents) }
            let now = try await client.status().clock.now
            var table = Table("AGENT", "SITE", "AVAILABILITY", "WORK", "SINCE", "STREAM", "CONTACTS", "OFFERS")
            for agent in agents {
                table.add(
                    agent.id, agent.site, Phrase.availability(agent.availability), agent.work.rawValue,
                    Phrase.age(of: agent.since, at: now), agent.isReachable ? "yes" : "no",
                    Phrase.text(agent.contacts.joined(separator: " ")), Phrase.text(agent.offers.joined(separator: " "))
                )
            }
            print(table.text(empty: "There are no agents. Apply a configuration with `sundial config apply FILE`."))
        }
    }
}
