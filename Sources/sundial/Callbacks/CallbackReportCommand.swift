public import ArgumentParser
import ContactCenter
public import GatewayAPI
import GatewayClient

/// `sundial callback report`
struct CallbackReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Says how a call to a customer turned out.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @Argument(help: "How it turned out.")
    var outcome: ContactCallback.Outcome

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.reportCallback(of: contact.description, outcome)
            let now = try await client.contact(contact.description)
            let next = now.callback?.due.map { ", to be called again at \($0)" } ?? ""
            print("\(contact) is \(now.state.rawValue)\(next).")
        }
    }
}

extension ContactCallback.Outcome: ExpressibleByArgument {
    /// What may be said of a call: that nobody said is for the center to find.
    public static var allValueStrings: [String] { allCases.filter { $0 != .unknown }.map(\.rawValue) }

    public init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        self.init(rawValue: argument)
    }
}
