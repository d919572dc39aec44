/// Measures calls of a distributed actor over NATS beside bare requests of libnats, in turns.
public struct RemoteBenchmark: Sendable {
    /// Numbers of requests that are outstanding at a time where a rate is measured.
    static let windows = [64, 1_024]

    private let url: String
    private let rounds: Int
    private let seconds: Double

    /// - Parameters:
    ///   - url: The nats-server.
    ///   - rounds: How many turns; the figures are their medians.
    ///   - seconds: About how long each measurement takes.
    public init(url: String, rounds: Int, seconds: Double) {
        self.url = url
        self.rounds = rounds
        self.seconds = seconds
    }

    /// Carries it out.
    ///
    /// - Parameter progress: Told what is under way.
    /// - Throws: ``RemoteError`` or `ClusterError` when the server cannot be worked with.
    public func run(progress: (String) -> Void) async throws -> PairedReport {
        let payload = (0..<128).map { UInt8($0) }
        let raw = RawNATS(url: url, payload: payload)
        var rounds: [RemoteRound] = []
        for number in 1...self.rounds {
            progress("round \(number) of \(self.rounds)")
            rounds.append(try await round(raw, payload))
        }
        return PairedReport(rounds: rounds)
    }

    private func round(_ raw: RawNATS, _ payload: [UInt8]) async throws -> RemoteRound {
        let requests = Int(8_000 * seconds)
        var round = RemoteRound(
            rawLatency: try await blocking { () throws(RemoteError) in try raw.latencies(requests: requests) },
            callLatency: try await RemoteCalls.with(url: url, payload: payload) {
                try await $0.latencies(calls: requests)
            })
        for window in Self.windows {
            let requests = Int((window < 100 ? 40_000 : 100_000) * seconds)
            round.rawRates.append(
                try await blocking { () throws(RemoteError) in
                    try raw.rate(outstanding: window, requests: requests, sendsAtOnce: true)
                })
            round.gatheredRates.append(
                try await blocking { () throws(RemoteError) in
                    try raw.rate(outstanding: window, requests: requests, sendsAtOnce: false)
                })
            round.callRates.append(
                try await RemoteCalls.with(url: url, payload: payload) {
                    _ = try await $0.rate(outstanding: window, calls: requests / 10)
                    return try await $0.rate(outstanding: window, calls: requests)
                })
        }
        return round
    }
}
