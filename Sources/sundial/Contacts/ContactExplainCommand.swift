import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial contact explain`
struct ContactExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says which agents were considered, what each lacks, what the contact waits for and what is next.",
        discussion: "For a contact that has ended the answer is read from the journal.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let explanation = try await client.explanation(of: contact)
            if read.json { return try Report.json(explanation) }
            print(
                "\(explanation.contact) is \(explanation.state.rawValue) in \(explanation.queue), at \(explanation.at)."
            )
            print("Asks for      \(Phrase.text(explanation.requirement, "nothing in particular"))")
            if let ahead = explanation.ahead { print("Ahead of it   \(ahead)") }
            print("Waits for     \(explanation.waitsFor)")
            for sentence in explanation.customer { print("Customer      \(sentence)") }
            for step in explanation.next {
                print("Next          \(step.at.map { "\($0): " } ?? "")\(step.what)")
            }
            var table = Table("AGENT", "MAY TAKE IT", "WHY NOT NOW")
            for candidate in explanation.agents {
                table.add(
                    candidate.agent, candidate.isEligible ? "yes" : "no",
                    Phrase.text(candidate.reasons.joined(separator: "; ")))
            }
            print("\n" + table.text(empty: "No agent was considered."))
        }
    }
}
