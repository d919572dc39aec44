import ArgumentParser

/// `loadtest`: plays load against a center and verifies what it promises.
@main
struct LoadTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loadtest", abstract: "Plays load against a center, and verifies what it promises.",
        subcommands: [
            RunCommand.self, CheckCommand.self, CrashCommand.self, FloorCommand.self, CoreCommand.self,
            ExploreCommand.self, RemoteCommand.self, ReplayCommand.self,
        ])
}
