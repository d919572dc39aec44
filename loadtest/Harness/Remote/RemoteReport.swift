/// What one turn has measured: bare requests of libnats, and calls of an actor.
struct RemoteRound: Sendable {
    let rawLatency: Latencies
    let callLatency: Latencies
    /// A second, for each of ``RemoteBenchmark/windows``; bytes are sent at once.
    var rawRates: [Double] = []
    /// The same where libnats lets bytes gather.
    var gatheredRates: [Double] = []
    var callRates: [Double] = []
}

/// What remote calls cost beside bare requests of libnats; medians over all turns.
public struct RemoteReport: Hashable, Codable, Sendable {
    /// One kind of figure of both.
    public struct Pair: Hashable, Codable, Sendable {
        /// What is compared, such as `p50 µs`.
        public var name: String
        /// Of bare requests.
        public var raw: Double
        /// Of calls.
        public var call: Double
        /// The median of the calls' share of the bare requests' within each turn.
        public var ratio: Double
    }

    public var pairs: [Pair]
    public var verdicts: [CoreVerdict] = []

    init(rounds: [RemoteRound]) {
        pairs = [
            Self.pair("p50 µs", rounds) { (Double($0.rawLatency.p50) / 1_000, Double($0.callLatency.p50) / 1_000) },
            Self.pair("p99 µs", rounds) { (Double($0.rawLatency.p99) / 1_000, Double($0.callLatency.p99) / 1_000) },
        ]
        for (index, window) in RemoteBenchmark.windows.enumerated() {
            pairs.append(
                Self.pair("a second, \(window) outstanding", rounds) { ($0.rawRates[index], $0.callRates[index]) })
        }
        for (index, window) in RemoteBenchmark.windows.enumerated() {
            pairs.append(
                Self.pair("a second, \(window) outstanding, libnats gathering for 1 ms", rounds) {
                    ($0.gatheredRates[index], $0.callRates[index])
                })
        }
    }

    /// Whether every threshold is kept.
    public var isPassed: Bool { verdicts.allSatisfy(\.isMet) }

    /// The report as lines that a person can read.
    public var text: String {
        let figures = pairs.map { pair in
            "\(pair.name): \(Self.written(pair.raw)) raw, \(Self.written(pair.call)) call, ratio \(Self.written(pair.ratio))"
        }
        let judged = verdicts.map { verdict in
            "\(verdict.name): \(Self.written(verdict.value)), limit \(Self.written(verdict.limit)) "
                + (verdict.isMet ? "ok" : "MISSED")
        }
        return (figures + judged).joined(separator: "\n")
    }

    private static func pair(
        _ name: String, _ rounds: [RemoteRound], _ figures: (RemoteRound) -> (raw: Double, call: Double)
    ) -> Pair {
        let all = rounds.map(figures)
        return Pair(
            name: name, raw: median(all.map(\.raw)), call: median(all.map(\.call)),
            ratio: median(all.map { $0.call / max($0.raw, .leastNonzeroMagnitude) }))
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private static func written(_ value: Double) -> String {
        value < 100 ? "\((value * 100).rounded() / 100)" : "\(Int(value.rounded()))"
    }
}
