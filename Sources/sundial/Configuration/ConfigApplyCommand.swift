import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial config apply`
struct ConfigApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Puts a configuration file into force, at once and as a new version.")

    @Argument(help: "The configuration file; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: "Only if this version is in force, so that nobody else's change is lost.")
    var replacing: Int?

    @OptionGroup var node: NodeOptions

    func run() async throws {
        let source = try ConfigurationSource.read(file)
        try await node.withClient { client in
            let applied = try await client.apply(configuration: source, replacing: replacing)
            print("Version \(applied.version) of the configuration is in force.")
        }
    }
}
