import ContactCenter
import Foundation

/// One queue over several sites, case by case.
public struct PoolingReport: Codable, Sendable {
    /// Mean handling time, in seconds.
    public var handlingSeconds: Double
    /// Mean patience, in seconds; nil where nobody gives up.
    public var patienceSeconds: Double?
    /// How many times each case was played.
    public var replications: Int
    /// For how long each time, in seconds.
    public var seconds: Double
    /// For how long before it counted, in seconds.
    public var warmUpSeconds: Double
    /// Every number of sites at every load.
    public var cases: [PoolingCase] = []

    /// A report without any case yet.
    public init(of scenario: Scenario) {
        handlingSeconds = scenario.contacts.first?.handling.inSeconds ?? 0
        patienceSeconds = scenario.contacts.first?.patience?.inSeconds
        replications = scenario.simulation.replications
        seconds = scenario.duration.inSeconds
        warmUpSeconds = scenario.simulation.between.warmUp.inSeconds
    }

    /// Whether Sundial's mean wait is within the limit in every case.
    public var isMet: Bool { cases.allSatisfy(\.isMet) }

    /// The cases as a table for people.
    public var table: String {
        let head = [
            "sites", "load", "agents", "pooled", "Sundial", "±", "at most", "least wait", "±", "split", "±", "",
        ]
        let rows = cases.map { item in
            [
                "\(item.sites)", Phrase.percent(item.load), "\(item.agents)", Self.seconds(item.pooledMeanWaitSeconds),
                Self.seconds(item.meanWaitSeconds), Self.seconds(item.meanWaitHalfWidth),
                Self.seconds(item.limitSeconds), Self.seconds(item.leastWaitMeanWaitSeconds),
                Self.seconds(item.leastWaitMeanWaitHalfWidth), Self.seconds(item.splitMeanWaitSeconds),
                Self.seconds(item.splitMeanWaitHalfWidth), item.isMet ? "ok" : "MISSED",
            ]
        }
        let patience = patienceSeconds.map { "a patience of \(Int($0)) s" } ?? "endless patience"
        return """
            Mean waits in seconds, with half the widths of their 95 % confidence intervals: handling times of \
            \(Int(handlingSeconds)) s, \(patience), \(replications) replications of \(Int(seconds)) s after \
            \(Int(warmUpSeconds)) s.

            \(TextTable.aligned([head] + rows))
            """
    }

    private static func seconds(_ value: Double) -> String { String(format: "%.3f", value) }
}
