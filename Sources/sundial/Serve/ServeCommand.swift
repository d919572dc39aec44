public import ArgumentParser
import Center
import ContactCenter
import Foundation
import GatewayAPI
public import Logging

/// `sundial serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs a node until SIGTERM or SIGINT.",
        discussion: """
            The first start on an empty data folder makes an administrator token, prints it once to standard error, \
            and writes it to the file administrator-token in that folder, which only its owner may read.

            On SIGTERM or SIGINT it refuses what is new, commits what it has taken on, answers its callers and ends.

            With --nats the node is one of a cluster. --sites names its sites; each has a partition of the center, or \
            several. A partition's journal is in JetStream, one node at a time owns it, of its own site if one lives, \
            and another takes over within seconds when that one dies. Any node answers for the whole center, and takes \
            every token, but those of islands: the cluster's first start, and each island's, makes the \
            administrator's, in the folder of the node that was first.

            A line `listening on http://…` on standard output says that the node serves. Logs go to standard error.
            """)

    @Option(help: "Folder for the journal and the tokens; made when it is not there.", completion: .directory)
    var data = "sundial-data"

    @Option(help: "Address of the interface to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes any that is free.")
    var port = 8080

    @Option(help: "The site that the node belongs to; on a single node, part of its partition's name.")
    var site = "home"

    @Option(help: "Name of the node, as `status` shows it.")
    var name = "node-1"

    @Option(help: "Threads for connections and for everything decided; by default half of the machine's cores.")
    var threads = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)

    @Option(help: "Instant at which business time starts, such as 2026-03-29T00:30:00Z; without it, now.")
    var clockStart: DateTime?

    @Option(help: "Business seconds in a second: plays a day in minutes.")
    var clockRate = 1.0

    @Option(
        help: """
            Instant of the machine's clock at which business time starts; for a cluster whose clock runs otherwise than \
            the machine's, the same on every node, as --clock-start and --clock-rate are. (default: now)
            """)
    var clockAnchor: DateTime?

    @Option(
        help: ArgumentHelp(
            "Seconds by which this node takes the machine's clock to be off: for tests.", visibility: .hidden))
    var clockOffset = 0

    @OptionGroup(title: "Cluster")
    var cluster: ClusterOptions

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: Logger.Level = .notice

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes 0 to 65535.") }
        if !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256.") }
        if !(clockRate > 0 && clockRate <= 100_000) {
            throw ValidationError("--clock-rate takes a number above 0, up to 100000.")
        }
        if !SiteID(site).isValid {
            throw ValidationError("--site takes 1 to 64 letters, digits, dots, dashes and underscores.")
        }
        if cluster.isMember { _ = try cluster.layout(for: site) }
        if clockAnchor != nil, clockStart == nil {
            throw ValidationError("--clock-anchor goes with --clock-start: it says when that instant is.")
        }
        if cluster.isMember, clockStart != nil || clockRate != 1, clockStart == nil || clockAnchor == nil {
            throw ValidationError(
                "With --nats, --clock-start and --clock-rate need --clock-anchor, all three the same on every node.")
        }
    }

    /// Business time as the options have it.
    var businessClock: SystemBusinessClock {
        let machine = machineClock()
        let passed = Double(machine - (clockAnchor?.microseconds ?? machine)) * clockRate
        let start = (clockStart?.microseconds ?? machine) + Int64(passed)
        return SystemBusinessClock(start: Timestamp(microseconds: start), rate: clockRate)
    }

    /// Reads the machine's clock, in microseconds since 1970.
    var machineClock: @Sendable () -> Int64 {
        let offset = Int64(clockOffset) * 1_000_000
        return { DateTime.machineNow.microseconds + offset }
    }

    func run() async throws {
        do {
            try await ServedNode(options: self).run()
        } catch let failure as ServedNode.Failure {
            Report.error(failure.message)
            throw ExitCode.failure
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
