import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial token list`
struct TokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every token, without its secret.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let tokens = try await client.tokens().items
            if read.json { return try Report.json(tokens) }
            var table = Table("TOKEN", "LABEL", "ROLE", "AGENT", "CREATED", "EXPIRES")
            for token in tokens {
                table.add(
                    token.id, token.label, token.role.rawValue, Phrase.text(token.agent), "\(token.createdAt)",
                    token.expiresAt.map(\.description) ?? "never")
            }
            print(table.text(empty: "There are no tokens."))
        }
    }
}
