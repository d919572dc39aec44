import ConfigurationFile
import ContactCenter
import Foundation

/// Plays a scenario's center in virtual time; with another one beside it, both on the same arrivals.
public struct SimulationStudy: Sendable {
    /// A scenario and its center.
    private struct Played: Sendable {
        let scenario: Scenario
        let configuration: CenterConfiguration

        /// - Parameter folder: Where a file that the scenario names is looked for.
        init(_ scenario: Scenario, folder: String) throws(HarnessError) {
            self.scenario = scenario
            guard let configuration = try scenario.center.configuration(beside: folder) else {
                throw HarnessError(
                    .center,
                    "The center of \(scenario.name) is not a valid configuration; `sundial config check` says why.")
            }
            self.configuration = configuration
        }

        /// By site: how many agents are at home there.
        var agents: [Int] {
            configuration.sites.map { site in configuration.agents.count { $0.site == site.id } }
        }
    }

    private let played: Played
    private let against: Played?

    /// - Parameters:
    ///   - folders: Where a file that a scenario names as its center is looked for.
    /// - Throws: ``HarnessError/Code/center`` when a center cannot be read, or is the one in force somewhere, which is
    ///   not known here.
    public init(
        _ scenario: Scenario, folder: String, against other: Scenario? = nil, otherFolder: String = ""
    ) throws(HarnessError) {
        played = try Played(scenario, folder: folder)
        against = if let other { try Played(other, folder: otherFolder) } else { nil }
    }

    /// Plays all replications.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the floors do not take a configuration.
    public func play() async throws(HarnessError) -> SimulationReport {
        let begin = ContinuousClock.now
        let (scenario, other) = (played.scenario, against)
        let figures = try await Replications.play(scenario.simulation.replications) { number throws(HarnessError) in
            let seed = Replications.seed(scenario.seed, number)
            let mine = try Self.play(played, arrivalsOf: scenario, seed: seed)
            // The other's contacts are this one's: so what differs is not due to chance.
            return (
                mine,
                try other.map { other throws(HarnessError) in
                    try Self.play(other, arrivalsOf: scenario, seed: seed)
                }
            )
        }
        return SimulationReport(
            scenario: scenario.name, against: other?.scenario.name, sites: played.configuration.sites.count,
            agents: played.configuration.agents.count, replications: figures.count,
            seconds: scenario.duration.inSeconds, contacts: figures.reduce(0) { $0 + $1.0.contacts },
            commands: figures.reduce(0) { $0 + $1.0.commands },
            playedInSeconds: (ContinuousClock.now - begin).inSeconds, measures: measures(figures))
    }

    private static func play(
        _ played: Played, arrivalsOf scenario: Scenario, seed: UInt64
    ) throws(HarnessError) -> VirtualFigures {
        let settings = played.scenario.simulation.between
        let arrivals = VirtualArrivals(
            GeneratedArrivals(
                scenario, pattern: scenario.arrivals, length: settings.warmUp + scenario.duration,
                queues: played.configuration.queues.map(\.id), seed: seed),
            weights: played.agents, seed: seed)
        var center = try VirtualCenter(
            played.configuration, settings: settings, behaviour: played.scenario.agents, arrivals: arrivals, seed: seed)
        return center.run()
    }

    private func measures(_ figures: [(VirtualFigures, VirtualFigures?)]) -> [SimulationReport.Measure] {
        func occupancy(_ figures: VirtualFigures, _ played: Played) -> Double {
            figures.busySeconds / (Double(played.configuration.agents.count) * self.played.scenario.duration.inSeconds)
        }
        func perContact(_ count: Int, _ figures: VirtualFigures) -> Double {
            Double(count) / Double(max(1, figures.contacts))
        }
        let all: [(String, (VirtualFigures, Played) -> Double)] = [
            ("contacts", { figures, _ in Double(figures.contacts) }),
            ("meanWaitSeconds", { figures, _ in figures.meanWait }),
            ("answeredMeanWaitSeconds", { figures, _ in figures.answeredMeanWait }),
            ("serviceLevel", { figures, _ in figures.serviceLevel }),
            ("delayed", { figures, _ in figures.delay }),
            ("abandonment", { figures, _ in figures.abandonment }),
            ("turnedAway", { figures, _ in perContact(figures.turnedAway, figures) }),
            ("occupancy", occupancy),
            ("offersAcrossSites", { figures, _ in perContact(figures.offersAcross, figures) }),
            ("answeredAcrossSites", { figures, _ in figures.across }),
        ]
        return all.map { name, value in
            let mine = figures.map { value($0.0, played) }
            guard let against else { return .init(name: name, value: Interval(mine), against: nil, difference: nil) }
            let other = figures.compactMap { $0.1.map { value($0, against) } }
            return .init(
                name: name, value: Interval(mine), against: Interval(other),
                difference: Interval(zip(mine, other).map { $0 - $1 }))
        }
    }
}

extension CenterSource {
    /// The configuration; nil when it is none.
    fileprivate func configuration(beside folder: String) throws(HarnessError) -> CenterConfiguration? {
        switch self {
        case .text(let text): return ConfigurationFile.read(text).configuration
        case .generated(let center): return center.configuration()
        case .file(let path):
            let url = URL(filePath: path, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
            do { return ConfigurationFile.read(try String(contentsOf: url, encoding: .utf8)).configuration } catch {
                throw HarnessError(
                    .center, "The center's file \(url.path) cannot be read; is the path right?", cause: error)
            }
        case .current:
            throw HarnessError(
                .center, "A simulated center has none in force; name one in the scenario: `center: { file: PATH }`.")
        }
    }
}
