public import ArgumentParser
public import GatewayAPI
import GatewayClient

/// `sundial token create`
struct TokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a token and prints it, once.",
        discussion: "The token alone goes to standard output, so that it can be written to a file.")

    @Argument(help: "What it is for, for people.")
    var label: String

    @Option(help: "administrator, supervisor, agent or connector.")
    var role: Token.Role

    @Option(help: "The agent whom a token of role agent stands for.")
    var agent: String?

    @Option(help: "Days after which it is no longer valid; without it, it is valid until revoked.")
    var days: Int?

    @OptionGroup var node: NodeOptions

    func validate() throws {
        if role == .agent, agent == nil { throw ValidationError("A token of role agent needs --agent ID.") }
        if role != .agent, agent != nil { throw ValidationError("--agent goes with --role agent only.") }
        if let days, !(1...3_650).contains(days) { throw ValidationError("--days takes 1 to 3650.") }
    }

    func run() async throws {
        try await node.withClient { client in
            // Tokens expire by the wall clock, not by business time, which may be shifted or run faster.
            let expiresAt = days.map { days in
                DateTime(microseconds: DateTime.machineNow.microseconds + Int64(days) * 86_400_000_000)
            }
            let request = TokenRequest(label: label, role: role, agent: agent, expiresAt: expiresAt)
            let created = try await client.createToken(request)
            Report.error("made token \(created.token.id); it is shown only now:")
            print(created.secret)
        }
    }
}

extension Token.Role: ExpressibleByArgument {}
