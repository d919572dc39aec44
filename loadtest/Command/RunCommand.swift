import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest run`: plays a scenario, or a trace.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Plays a scenario against a center and says what happened.",
        discussion: """
            The center is named by --url and --token, or by SUNDIAL_URL and SUNDIAL_TOKEN or SUNDIAL_TOKEN_FILE. With \
            several nodes named, contacts come in at each in turn, agents are at a node of their own site, and whoever \
            loses a node goes on at another. With --trace a day of real calls is played instead of the scenario's \
            arrivals; the node's clock then best runs fast (sundial serve --clock-rate).

            Exits with 1 when the run broke a promise or missed a threshold, and with 2 when it could not be made.
            """)

    @OptionGroup var play: PlayOptions
    @OptionGroup var node: NodeOptions
    @Option(help: "Replay the calls of this file.") var trace: String?
    @Option(help: "The day of the trace, such as 1999-08-02.") var day: String?
    @Option(help: "How fast the node's clock is expected to run; anything else is an error.") var clockRate: Double?
    @Option(help: "Measure the floor's commits in this folder: best on the node's disk.") var floorFolder: String?
    @Flag(help: "Do not measure the floor.") var noFloor = false

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            try await play.play(on: try node.targets()) { options, seed throws(HarnessError) in
                options.floorFolder = floorFolder ?? node.dataFolder
                options.measuresFloor = !noFloor
                options.clockRate = clockRate
                options.trace = try tracePlan(seed)
            }
        }
        if let failures { throw failures }
    }

    private func tracePlan(_ seed: UInt64) throws(HarnessError) -> TracePlan? {
        guard let trace else { return nil }
        guard let day else { throw HarnessError(.trace, "Name the day of the trace with --day, such as 1999-08-02.") }
        let bound = play.seconds.map { Int($0 * (clockRate ?? 1)) }
        return try TracePlan(file: trace, day: day, seconds: bound, seed: seed)
    }
}
