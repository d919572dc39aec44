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

extension PairedReport {
    /// What calls cost beside bare requests.
    init(rounds: [RemoteRound]) {
        self.init([
            Pair("p50 µs", rounds.map { (Double($0.rawLatency.p50) / 1_000, Double($0.callLatency.p50) / 1_000) }),
            Pair("p99 µs", rounds.map { (Double($0.rawLatency.p99) / 1_000, Double($0.callLatency.p99) / 1_000) }),
        ])
        for (index, window) in RemoteBenchmark.windows.enumerated() {
            pairs.append(
                Pair("a second, \(window) outstanding", rounds.map { ($0.rawRates[index], $0.callRates[index]) }))
        }
        for (index, window) in RemoteBenchmark.windows.enumerated() {
            pairs.append(
                Pair(
                    "a second, \(window) outstanding, libnats gathering for 1 ms",
                    rounds.map { ($0.gatheredRates[index], $0.callRates[index]) }))
        }
    }
}
