import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial config diff`
struct ConfigDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Shows what applying a configuration file would change.")

    @Argument(help: "The configuration file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        let source = try ConfigurationSource.read(file)
        try await node.withClient { client in
            let difference = try await client.difference(to: source)
            if read.json { return try Report.json(difference) }
            let origin = difference.version == 0 ? "no configuration yet" : "version \(difference.version)"
            print("Against \(origin):")
            if difference.changes.isEmpty { print("  nothing would change.") }
            for change in difference.changes { print("  \(Self.line(change))") }
        }
    }

    private static func line(_ change: ConfigurationDifference.Change) -> String {
        switch change.kind {
        case .added: "+ \(change.path)\(change.after.map { ": \($0)" } ?? "")"
        case .removed: "- \(change.path)\(change.before.map { ": \($0)" } ?? "")"
        case .changed: "~ \(change.path): \(Phrase.text(change.before)) → \(Phrase.text(change.after))"
        }
    }
}
