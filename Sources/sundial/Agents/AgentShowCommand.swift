import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial agent show`
struct AgentShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one agent with skills, capacity and contacts.")

    @Argument(help: "The agent's id.")
    var agent: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let agent = try await client.agent(agent)
            if read.json { return try Report.json(agent) }
            let now = try await client.status().clock.now
            print("Agent         \(agent.id)\(agent.label.isEmpty ? "" : ", \(agent.label)"), at \(agent.site)")
            print("Availability  \(Phrase.availability(agent.availability))")
            if let next = agent.next { print("Afterwards    \(Phrase.availability(next)), once nothing is in hand") }
            print("Work          \(agent.work.rawValue), for \(Phrase.age(of: agent.since, at: now))")
            print("Stream        \(agent.isReachable ? "attached" : "none: nothing is offered until one is opened")")
            print("Skills        \(Self.list(agent.skills, separator: " "))")
            print("Capacity      \(Self.list(agent.capacity, separator: " "))")
            print("Contacts      \(Phrase.text(agent.contacts.joined(separator: " ")))")
            if !agent.interrupted.isEmpty { print("Interrupted   \(agent.interrupted.joined(separator: " "))") }
            print("Offers        \(Phrase.text(agent.offers.joined(separator: " ")))")
            print("Unanswered    \(agent.unanswered) in a row")
        }
    }

    private static func list(_ numbers: [String: Int], separator: String) -> String {
        Phrase.text(numbers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: separator))
    }
}
