import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial contact explain`
struct ContactExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says which agents were considered, what each lacks, what the contact waits for and what is next.",
        discussion: "Of a contact that has ended, and as of an instant that has passed, the journal answers."
    )

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @Option(help: "The instant, such as 2026-12-24T08:00:00Z. (default: now)")
    var at: DateTime?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let explanation = try await client.explanation(of: contact.description, at: at)
            if read.json { return try Report.json(explanation) }
            print(
                "\(explanation.contact) is \(explanation.state.rawValue) in \(explanation.queue), at \(explanation.at)."
            )
            if explanation.state == .ended {
                print("How           \(explanation.summary)")
            } else {
                print("Asks for      \(Phrase.text(explanation.requirement, "nothing in particular"))")
                if let ahead = explanation.ahead { print("Ahead of it   \(ahead)") }
                print("Waits for     \(explanation.waitsFor)")
            }
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
            if let choice = explanation.choice { print("\n" + Self.text(choice)) }
        }
    }

    /// The sites that were compared, the best first.
    private static func text(_ choice: GatewayAPI.SiteChoice) -> String {
        var table = Table("SITE", ">FREE", ">WAIT", ">SERVICE LEVEL", ">WEIGHT", "CHANGES", "WHY NOT")
        for site in choice.sites {
            let why = site.obstacle ?? (site.closesSoon ? "closes soon" : "")
            table.add(
                site.site, "\(site.idle)", Phrase.duration(seconds: site.predictedWaitSeconds),
                Phrase.share(site.serviceLevel), "\(site.weight)", site.changesAt.map { "\($0)" } ?? "never",
                Phrase.text(why.isEmpty ? nil : why))
        }
        let chosen = choice.chosen.map { "site \($0) was chosen" } ?? "nobody is free at any"
        return "Sites compared at \(choice.at): \(chosen).\n" + table.text(empty: "There are none.")
    }
}
