public import ArgumentParser
import History
public import LoadHarness

/// `loadtest chaos`: strikes a cluster again and again in the middle of a load.
struct ChaosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaos", abstract: "Strikes a cluster in the middle of a load, and looks for what is missing.",
        discussion: """
            Starts a NATS server (deploy/nats finds or gets one; SUNDIAL_NATS_SERVER names it) and three nodes of two \
            sites, plays load through one of them, and lets each fault happen in as many rounds as are asked for. Exits \
            with 1 when something was lost or wrong, and with 2 when the rounds could not be made.
            """)

    @Option(help: "The program sundial.") var sundial: String
    @Option(
        name: .customLong("fault"),
        help: "One of \(CrashFault.ofCluster.map(\.rawValue).joined(separator: ", ")); may be given several times.")
    var faults: [CrashFault] = CrashFault.ofCluster
    @Option(help: "How many times each fault happens.") var rounds = 10
    @Option(help: "Contacts a second.") var rate = 200.0
    @Option(help: "The mean number of seconds between two faults.") var pause = 3.0
    @Option(help: "Contacts that wait throughout, in a queue that nobody serves.") var live = 0
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Flag(help: "Show no progress.") var quiet = false

    func validate() throws {
        if faults.contains(.nodeKilled) { throw ValidationError("--fault node-killed is what `loadtest crash` does.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var isClean = true
            for fault in faults {
                var test = CrashTest(sundial: sundial)
                test.fault = fault
                test.rounds = rounds
                test.rate = rate
                test.pause = .milliseconds(Int64(pause * 1_000))
                test.parked = live
                test.seed = seed
                test.showsProgress = !quiet
                let report = try await test.run()
                print("\(fault.rawValue): \(report.text)")
                isClean = isClean && report.history.violationCount == 0
            }
            return isClean
        }
        if let failures { throw failures }
    }
}

extension CrashFault: ExpressibleByArgument {}
