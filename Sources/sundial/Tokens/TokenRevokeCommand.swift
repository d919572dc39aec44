import ArgumentParser
import GatewayClient

/// `sundial token revoke`
struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Makes a token invalid at once.")

    @Argument(help: "The token's id; see `sundial token list`.")
    var token: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.revokeToken(token)
            print("\(token) is no longer valid.")
        }
    }
}
