extension CoreReport {
    /// The report as a table that a person can read.
    public var table: String {
        var rows = [["", "count", "p50 µs", "p99 µs", "p99.9 µs", "max µs"]]
        rows.append(Self.row("reference loop", reference))
        for (name, large, small) in CoreThresholds.operations(of: self) {
            rows.append(Self.row("\(name), large", large))
            rows.append(Self.row("\(name), small", small))
        }
        for (name, latencies) in CoreThresholds.decisions(of: self) { rows.append(Self.row(name, latencies)) }
        let judged = verdicts.map { verdict in
            [
                verdict.name, Self.written(verdict.value), "<= \(Self.written(verdict.limit)) \(verdict.unit)",
                verdict.isMet ? "ok" : verdict.isBinding ? "MISSED" : "missed, not binding",
            ]
        }
        return TextTable.aligned(rows) + "\n\n" + TextTable.aligned(judged)
    }

    private static func row(_ name: String, _ latencies: Latencies) -> [String] {
        [name, "\(latencies.count)"]
            + [latencies.p50, latencies.p99, latencies.p999, latencies.max].map { written(Double($0) / 1_000) }
    }

    /// With three digits behind the point below ten, with one above.
    private static func written(_ value: Double) -> String {
        let scale = value < 10 ? 1_000.0 : 10.0
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
