import ArgumentParser

/// `sundial site`
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Shows sites, and keeps traffic away from one in an emergency.",
        subcommands: [SiteListCommand.self, SiteShiftCommand.self, SiteBackCommand.self])
}
