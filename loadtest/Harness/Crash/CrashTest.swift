import ContactCenter
import Foundation
import GatewayClient
import History
import NIOCore
import NIOPosix
import Wire

/// Strikes a node or a cluster in the middle of a load, and looks whether everything that was acknowledged is there:
/// each round, every contact that has not ended and every agent is read back while nothing else is sent, and the
/// history of all rounds is checked.
public struct CrashTest: Sendable {
    /// What goes wrong, in this order; all of it in one setting.
    public var faults = [CrashFault.nodeKilled]
    /// How many times each of them does.
    public var rounds = 20
    /// Contacts a second.
    public var rate = 500.0
    /// The mean time between two strikes.
    public var pause: Duration = .seconds(3)
    /// The sites and partitions of clusters that are struck.
    public var plan = ClusterPlan()
    /// How many contacts wait throughout, in a queue that nobody serves.
    public var parked = 0
    /// Decides when the node is killed and who calls when.
    public var seed: UInt64 = 1
    /// The program.
    public var sundial: String
    /// Where data and history are kept; nil for a folder that is made, and removed again when nothing was wrong.
    public var folder: String?
    /// Whether progress is shown.
    public var showsProgress = true

    public init(sundial: String) { self.sundial = sundial }

    /// Runs all rounds.
    ///
    /// - Throws: ``HarnessError`` when a round could not be made, as when the node does not start again.
    public func run() async throws(HarnessError) -> CrashReport {
        let place = folder ?? FileManager.default.temporaryDirectory.appending(path: "crash-\(UUID())").path
        do {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        } catch {
            throw HarnessError(.file, "The folder \(place) cannot be made.", cause: error)
        }
        let setting = faults[0].setting
        precondition(faults.allSatisfy { $0.setting == setting }, "faults of several settings: \(faults)")
        let subject: any CrashSubject =
            setting == .node
            ? SingleNode(node: NodeProcess(sundial: sundial, data: "\(place)/node"))
            : try ClusterUnderLoad(sundial: sundial, folder: place, setting: setting, plan: plan)
        let result: Result<CrashReport, HarnessError>
        do throws(HarnessError) {
            result = .success(try await run(subject, place))
        } catch {
            result = .failure(error)
        }
        await subject.end()
        let report = try result.get()
        if folder == nil, report.isClean { try? FileManager.default.removeItem(atPath: place) }
        return report
    }

    private func run(_ subject: any CrashSubject, _ place: String) async throws(HarnessError) -> CrashReport {
        let target = try await subject.begin()
        let path = "\(place)/history.jsonl"
        var options = RunOptions(target: target)
        options.history = path
        options.showsProgress = showsProgress
        let client = GatewayClient(address: target.url, token: target.token)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let result: Result<CrashReport, HarnessError>
        do throws(HarnessError) {
            let run = try await LoadTestPlay.make(scenario, options, client: client, loop: group.next())
            let (measures, figures) = try await play(run, subject)
            result = .success(
                CrashReport(
                    faults: figures, contacts: measures.counts, history: try LoadTestPlay.check(path),
                    historyPath: path))
        } catch {
            result = .failure(error)
        }
        await client.shutdown()
        try? await group.shutdownGracefully()
        return try result.get()
    }

    private func play(
        _ run: LoadRun, _ subject: any CrashSubject
    ) async throws(HarnessError) -> (RunMeasures, [FaultFigures]) {
        try await run.begin()
        try await run.park(parked)
        try await run.admitAgents()
        await run.beginArrivals()
        var random = SeededGenerator(seed: seed)
        var figures: [FaultFigures] = []
        for fault in faults {
            var rounds: [FaultFigures.Round] = []
            var differences: [String] = []
            for _ in 0..<self.rounds {
                let span = pause.inSeconds * (0.5 + random.share())
                try await run.wait(atMost: Int64(span * 1_000_000)) { _ in false }
                rounds.append(try await strike(subject, fault, run))
                differences += try await subject.differences()
            }
            figures.append(FaultFigures(fault: fault, rounds: rounds, differences: differences))
        }
        await run.stopArriving()
        try await run.end()
        return (await run.measures, figures)
    }

    /// Plays one round.
    private func strike(
        _ subject: any CrashSubject, _ fault: CrashFault, _ run: LoadRun
    ) async throws(HarnessError) -> FaultFigures.Round {
        await run.watchAcceptance()
        let outage = try await subject.strike(fault, run)
        var away: Duration?
        if let outage {
            away = try await run.longestWithoutAcceptance(in: await subject.struck, since: outage.since)
        }
        await run.rest()
        let mended = try await subject.mend()
        try await run.recover()
        return FaultFigures.Round(
            awaySeconds: (away ?? mended).inSeconds, detectionSeconds: outage?.detection?.inSeconds)
    }

    private var scenario: Scenario {
        var scenario = Scenario(name: "crash")
        scenario.seed = seed
        scenario.duration = .seconds(86_400)
        var center = GeneratedCenter()
        center.agents = max(20, Int(rate * 0.5))
        center.hasParkedQueue = true
        if plan.partitions.count > 1 { center.sites = plan.sites }
        scenario.center = .generated(center)
        scenario.arrivals.rate = rate
        var call = ContactKind()
        call.handling = .milliseconds(200)
        call.wrapUp = .milliseconds(50)
        call.patience = .seconds(5)
        call.queue = nil
        scenario.contacts = (0..<center.queues).map { queue in
            var kind = call
            kind.queue = GeneratedCenter.queue(queue)
            return kind
        }
        scenario.agents.answer = .milliseconds(50)
        scenario.agents.reject = 0.03
        scenario.drain = .seconds(10)
        return scenario
    }
}
