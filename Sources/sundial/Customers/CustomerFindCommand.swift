import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial customer find`
struct CustomerFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Shows who is known by a phone number, an e-mail address or a web id.")

    @Argument(help: "The identity, however it is written.")
    var identity: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            guard let found = try await client.customer(known: identity) else {
                Report.error("No customer is known by \(identity).")
                throw ExitCode.notFound
            }
            try CustomerReport.show(found, asJSON: read.json)
        }
    }
}
