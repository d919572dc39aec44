import ArgumentParser
@preconcurrency import Glibc

/// `loadtest`: plays load against a center and verifies what it promises.
@main
struct LoadTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loadtest", abstract: "Plays load against a center, and verifies what it promises.",
        subcommands: [
            RunCommand.self, ClusterCommand.self, CheckCommand.self, CrashCommand.self, ChaosCommand.self,
            ExplainCommand.self, FloorCommand.self, RemoteCommand.self, OffersCommand.self, SitesCommand.self,
            CoreCommand.self, ExploreCommand.self, ReservationsCommand.self, SimulateCommand.self,
            ForecastsCommand.self, ReplayCommand.self, CalendarsCommand.self, SunCommand.self,
        ])

    /// Runs the command, each line that it prints appearing at once, in a pipe and in a file too.
    static func main() async {
        setvbuf(stdout, nil, _IOLBF, 0)
        await main(nil)
    }
}
