import ArgumentParser
@preconcurrency import Glibc

/// The command line of Sundial.
@main
struct Sundial: AsyncParsableCommand {
    /// The program's version.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "sundial",
        abstract: "A distributed contact center: runs a node, and administers it.",
        discussion: """
            Every command but `serve`, `config validate` and `restore --data` talks to a running node. Say which with \
            --url or SUNDIAL_URL, and prove who you are with --token-file, SUNDIAL_TOKEN_FILE or SUNDIAL_TOKEN.

            Exit codes: 0 done · 1 refused, or something was found wrong · 64 wrong usage · 66 no such thing · \
            69 no node could be reached · 75 the outcome is unknown, repeat · 77 not permitted.

            Shell completion: sundial --generate-completion-script bash (or zsh, fish).
            """,
        version: version,
        subcommands: [
            ServeCommand.self, StatusCommand.self, NodeCommand.self, PartitionCommand.self, DoctorCommand.self,
            EventsCommand.self, BackupCommand.self, RestoreCommand.self,
            ConfigCommand.self, CalendarCommand.self, SiteCommand.self, QueueCommand.self, AgentCommand.self,
            ContactCommand.self, CallbackCommand.self, CustomerCommand.self, IncidentCommand.self, TokenCommand.self,
        ])

    /// Runs the command, each line that it prints appearing at once, in a pipe and in a file too.
    static func main() async {
        setvbuf(stdout, nil, _IOLBF, 0)
        await main(nil)
    }
}
