/// What a core benchmark has to keep: times as ratios to the reference loop of the same run.
public struct CoreThresholds: BenchmarkThresholds, Hashable, Codable, Sendable {
    /// Limits for one kind of operation: its quantile over the median of the reference loop.
    public struct Ratios: Hashable, Codable, Sendable {
        /// For the median.
        public var p50: Double
        /// For the 99th percentile.
        public var p99: Double
    }

    /// By operation, at the large scale.
    public var operations: [String: Ratios]
    /// The most that a median at the large scale may be of that at the small one.
    public var largeOverSmall: Double
    /// The most memory that a waiting contact may take, at the large scale.
    public var bytesPerWaitingContact: Int
    /// What the floor aims at in nanoseconds; reported, and binding only where asked for.
    public var targetP50: Int
    /// As ``targetP50``, for the 99th percentile.
    public var targetP99: Int
    /// The median in nanoseconds within which decisions by many rules are to be made; always binding.
    public var decisionP50: Int

    /// Judges a report.
    ///
    /// - Parameter bindTargets: Whether missing the absolute targets fails it, too.
    public func verdicts(on report: CoreReport, bindTargets: Bool) -> [CoreVerdict] {
        let reference = Double(max(1, report.reference.p50))
        var verdicts: [CoreVerdict] = []
        for (name, large, small) in Self.operations(of: report) {
            if let limits = operations[name] {
                verdicts += [
                    verdict("\(name) p50 / reference", Double(large.p50) / reference, limits.p50, "×"),
                    verdict("\(name) p99 / reference", Double(large.p99) / reference, limits.p99, "×"),
                ]
            }
            verdicts.append(
                verdict("\(name) large / small", Double(large.p50) / Double(max(1, small.p50)), largeOverSmall, "×"))
            guard name.hasPrefix("floor") else { continue }
            verdicts += [
                verdict("\(name) p50", Double(large.p50), Double(targetP50), "ns", isBinding: bindTargets),
                verdict("\(name) p99", Double(large.p99), Double(targetP99), "ns", isBinding: bindTargets),
            ]
        }
        for (name, latencies) in Self.decisions(of: report) {
            verdicts.append(verdict("\(name) p50", Double(latencies.p50), Double(decisionP50), "ns"))
        }
        let bytes = Double(report.large.floor.bytesPerWaitingContact)
        verdicts.append(verdict("memory of a waiting contact", bytes, Double(bytesPerWaitingContact), "bytes"))
        return verdicts
    }

    private func verdict(
        _ name: String, _ value: Double, _ limit: Double, _ unit: String, isBinding: Bool = true
    ) -> CoreVerdict {
        CoreVerdict(name: name, value: value, limit: limit, unit: unit, isBinding: isBinding)
    }

    static func decisions(of report: CoreReport) -> [(name: String, latencies: Latencies)] {
        [
            ("100 rules and 6 sites, none holds", report.routing.kept),
            ("100 rules and 6 sites, the last holds", report.routing.sent),
        ]
    }

    static func operations(of report: CoreReport) -> [(name: String, large: Latencies, small: Latencies)] {
        let (large, small) = (report.large, report.small)
        return [
            ("matching enqueue", large.matching.enqueue, small.matching.enqueue),
            ("matching arrival", large.matching.arrival, small.matching.arrival),
            ("matching freed", large.matching.freed, small.matching.freed),
            ("floor open, queued", large.floor.openQueued, small.floor.openQueued),
            ("floor open, matched", large.floor.openMatched, small.floor.openMatched),
            ("floor freed", large.floor.freed, small.floor.freed),
        ]
    }
}
