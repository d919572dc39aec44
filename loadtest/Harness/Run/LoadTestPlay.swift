import ContactCenter
import Foundation
import GatewayClient
public import History
import NIOCore
import NIOPosix

/// Plays a scenario from beginning to end: makes the center ready, measures the floor, plays, checks the history.
public struct LoadTestPlay: Sendable {
    private let scenario: Scenario
    private let options: RunOptions

    public init(_ scenario: Scenario, _ options: RunOptions) {
        var scenario = scenario
        if let duration = options.duration { scenario.duration = duration }
        if let rate = options.rate { scenario.arrivals.rate = rate }
        self.scenario = scenario
        self.options = options
    }

    /// Plays.
    ///
    /// - Throws: ``HarnessError`` when the run could not be made; what the center did wrong is in the report.
    public func play() async throws(HarnessError) -> RunReport {
        let floor =
            options.measuresFloor
            ? try await FloorMeasurement(target: options.target, folder: options.floorFolder).measure()
            : FloorFigures()
        let (measures, configuration) = try await playAlone()
        let history = try options.history.map { path throws(HarnessError) in try Self.check(path) }
        var report = RunReport(scenario, measures, floor: floor, history: history)
        if options.comparesPooled { report.pooled = try PooledComparison(scenario, on: configuration, measures) }
        report.trace = options.trace.map { TraceComparison($0, replayed: measures.groups) }
        return report
    }

    private func playAlone() async throws(HarnessError) -> (RunMeasures, CenterConfiguration) {
        let client = GatewayClient(address: options.target.url, token: options.target.token)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let result: Result<(RunMeasures, CenterConfiguration), HarnessError>
        do throws(HarnessError) {
            let run = try await Self.make(scenario, options, client: client, loop: group.next())
            result = .success((try await run.play(), run.center.configuration))
        } catch {
            result = .failure(error)
        }
        await client.shutdown()
        try? await group.shutdownGracefully()
        return try result.get()
    }

    /// Makes everything ready for a run.
    static func make(
        _ scenario: Scenario, _ options: RunOptions, client: GatewayClient, loop: any EventLoop
    ) async throws(HarnessError) -> LoadRun {
        let given = options.trace.map { CenterSource.text($0.source) } ?? options.center.map { .file($0) }
        let source = given ?? scenario.center
        let center = try await CenterInUse.prepare(source, folder: options.folder, client: client)
        if let expected = options.clockRate, expected != center.clock.rate {
            throw HarnessError(
                .center,
                "The center's clock runs \(center.clock.rate) times as fast as the wall's, not \(expected) times; start "
                    + "the node with --clock-rate \(expected).")
        }
        let agents: [AgentID]
        if let trace = options.trace {
            agents = trace.agents
        } else {
            agents = try AgentWriters.played(scenario.agents, of: center.configuration)
        }
        let sites = try await CenterSites.find(options.targets, center.configuration)
        let writers = try await AgentWriters.make(for: agents, target: options.target, client: client)
        let recorder = try options.history.map { path throws(HarnessError) in
            try Self.recorder(path, scenario, center)
        }
        let arrivals: ArrivalSource
        if let trace = options.trace {
            arrivals = .trace(calls: trace.calls, next: 0)
        } else {
            arrivals = .generated(
                GeneratedArrivals(
                    scenario, pattern: scenario.arrivals, length: scenario.duration,
                    queues: center.configuration.queues.map(\.id), seed: scenario.seed))
        }
        return LoadRun(
            scenario, options, client: client, center: center, sites: sites, recorder: recorder, arrivals: arrivals,
            writers: writers, loop: loop)
    }

    private static func recorder(
        _ path: String, _ scenario: Scenario, _ center: CenterInUse
    ) throws(HarnessError) -> HistoryWriter {
        do throws(HistoryError) {
            let header = HistoryHeader(scenario: scenario.name, seed: scenario.seed, clockRate: center.clock.rate)
            return try HistoryWriter(path: path, header: header)
        } catch {
            throw HarnessError(.file, error.message, cause: error)
        }
    }

    /// Checks the history in a file.
    ///
    /// - Throws: ``HarnessError/Code/file`` when it cannot be read.
    public static func check(_ path: String) throws(HarnessError) -> HistoryReport {
        do throws(HistoryError) {
            return try HistoryChecker.check(file: path)
        } catch {
            throw HarnessError(.file, error.message, cause: error)
        }
    }
}
