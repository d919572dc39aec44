import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest simulate`: plays a scenario on the core itself, in virtual time.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Plays a scenario in virtual time: the floors of all sites, in one process.",
        discussion: """
            No node is needed: the center's floors are played directly, with a delay between sites, many times over with \
            other chances; every figure comes with its 95 % confidence interval. With --against another scenario's \
            center is played on the same contacts beside it. A scenario may have one queue played over several sites \
            instead (simulation: { pooling: … }), or single queues beside Erlang's formulas (simulation: { erlang: … }).

            Exits with 1 when a pooled queue's wait is beyond its limit or a formula is missed, and with 2 when the \
            scenario could not be played.
            """)

    @Argument(help: "The scenario's file.") var scenario: String
    @Flag(help: "Write the report as JSON, to the file named behind it or else to standard output.") var json = false
    @Argument(help: ArgumentHelp("The file for --json.", valueName: "file")) var file: String?
    @Option(help: "Play this scenario's center on the same contacts, too.") var against: String?
    @Option(help: "How many times it is played instead of the scenario's number.") var replications: Int?
    @Option(help: "For how many seconds contacts come in, in virtual time, instead of the scenario's.")
    var seconds: Double?
    @Option(help: "The seed instead of the scenario's.") var seed: UInt64?

    func validate() throws {
        if file != nil, !json { throw ValidationError("A file is only written with --json.") }
        if let replications, replications < 2 { throw ValidationError("--replications takes a number above 1.") }
        if let seconds, !(seconds > 0) { throw ValidationError("--seconds takes a number above 0.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            let scenario = try read(self.scenario)
            switch scenario.simulation.subject {
            case .center: return try await playCenter(scenario)
            case .pooling(let plan): return try await playPooling(plan, scenario)
            case .erlang(let cases, let contacts): return try await playErlang(cases, contacts, scenario)
            }
        }
        if let failures { throw failures }
    }

    private func read(_ path: String) throws(HarnessError) -> Scenario {
        var scenario = try ScenarioReader.read(file: path)
        if let replications { scenario.simulation.replications = replications }
        if let seconds { scenario.duration = .seconds(seconds) }
        if let seed { scenario.seed = seed }
        return scenario
    }

    private func playCenter(_ scenario: Scenario) async throws(HarnessError) -> Bool {
        let study = try SimulationStudy(
            scenario, folder: folder(of: self.scenario), against: try against.map(read),
            otherFolder: against.map(folder) ?? "")
        let report = try await study.play()
        try show(report, report.table)
        return true
    }

    private func playPooling(_ plan: PoolingPlan, _ scenario: Scenario) async throws(HarnessError) -> Bool {
        let study = try PoolingStudy(plan, of: scenario)
        var report = PoolingReport(of: scenario)
        for (sites, load) in study.cases {
            say("\(sites) sites at \(Int((load * 100).rounded())) %")
            report.cases.append(try await study.play(sites: sites, load: load))
        }
        try show(report, report.table)
        return report.isMet
    }

    private func playErlang(
        _ cases: [ErlangCase], _ contacts: Int, _ scenario: Scenario
    ) async throws(HarnessError) -> Bool {
        let study = ErlangStudy(
            cases, contacts: contacts, replications: scenario.simulation.replications, seed: scenario.seed)
        var report = ErlangReport(cases: [])
        for item in study.cases {
            say("\(item.agents) agents at a load of \(item.load)")
            report.cases.append(try await study.play(item))
        }
        try show(report, report.table)
        return report.agrees
    }

    private func show(_ report: some Encodable, _ table: String) throws(HarnessError) {
        if !json || file != nil { print(table) }
        guard json else { return }
        do { try OutputFile.write(report: report, to: file ?? "-") } catch let error as HarnessError {
            throw error
        } catch {
            throw HarnessError(.file, "The report cannot be written: \(error)", cause: error)
        }
    }

    private func say(_ step: String) { FileHandle.standardError.write(Data("\(step) ...\n".utf8)) }

    private func folder(of path: String) -> String { URL(filePath: path).deletingLastPathComponent().path }
}
