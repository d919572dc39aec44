public import ArgumentParser
public import GatewayAPI
import GatewayClient

/// `sundial callback report`
struct CallbackReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Says how a call to a customer turned out.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: String

    @Argument(help: "answered, busy, no-answer or failed.")
    var outcome: ContactCallback.Outcome

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.reportCallback(of: contact, outcome)
            let now = try await client.contact(contact)
            let next = now.callback?.due.map { ", to be called again at \($0)" } ?? ""
            print("\(contact) is \(now.state.rawValue)\(next).")
        }
    }
}

extension ContactCallback.Outcome: ExpressibleByArgument {}
