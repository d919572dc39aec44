public import ArgumentParser
import History
public import LoadHarness

/// `loadtest chaos`: strikes a cluster again and again in the middle of a load.
struct ChaosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaos", abstract: "Strikes a cluster in the middle of a load, and looks for what is missing.",
        discussion: """
            Starts NATS servers (deploy/nats finds or gets one; SUNDIAL_NATS_SERVER names it) and nodes, plays load \
            through one of the nodes, and lets each fault happen in as many rounds as are asked for. Faults that strike \
            the same kind of cluster share one; beside clusters there is a node that finds its disk full. With --sites \
            or --partitions-per-site there are several partitions whose queues are the same, so that contacts of one are \
            offered to agents of another, and each is struck in turn. Exits with 1 when something was lost or wrong, and \
            with 2 when the rounds could not be made.
            """)

    @Option(help: "The program sundial.") var sundial: String
    @Option(
        name: .customLong("fault"),
        help: "One of \(CrashFault.all.map(\.rawValue).joined(separator: ", ")); may be given several times.")
    var faults: [CrashFault] = CrashFault.all
    @Option(help: "How many times each fault happens.") var rounds = 10
    @Option(help: "Contacts a second.") var rate = 200.0
    @Option(help: "The mean number of seconds between two faults.") var pause = 3.0
    @Option(help: "How many sites clusters have, each with two nodes.") var sites = 1
    @Option(help: "Over how many partitions each site is spread.") var partitionsPerSite = 1
    @Option(help: "Contacts that wait throughout, in a queue that nobody serves.") var live = 0
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Option(help: "Keep data, logs and history in this folder, each setting in one of its own.") var folder: String?
    @Flag(help: "Show no progress.") var quiet = false

    func validate() throws {
        if !(1...ClusterPlan.siteBound).contains(sites) {
            throw ValidationError("--sites takes 1 to \(ClusterPlan.siteBound).")
        }
        if !(1...8).contains(partitionsPerSite) { throw ValidationError("--partitions-per-site takes 1 to 8.") }
        if faults.contains(.nodeKilled) { throw ValidationError("--fault node-killed is what `loadtest crash` does.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var isClean = true
            for setting in CrashFault.Setting.allCases {
                let struck = faults.filter { $0.setting == setting }
                guard !struck.isEmpty else { continue }
                let report = try await test(of: struck).run()
                print(report.text)
                isClean = report.isClean && isClean
            }
            return isClean
        }
        if let failures { throw failures }
    }

    private func test(of faults: [CrashFault]) -> CrashTest {
        var test = CrashTest(sundial: sundial)
        test.faults = faults
        test.rounds = rounds
        test.rate = rate
        test.pause = .milliseconds(Int64(pause * 1_000))
        test.plan.siteCount = sites
        test.plan.partitionsPerSite = partitionsPerSite
        test.parked = live
        test.seed = seed
        test.folder = folder.map { "\($0)/\(faults[0].setting)" }
        test.showsProgress = !quiet
        return test
    }
}

extension CrashFault: ExpressibleByArgument {}
