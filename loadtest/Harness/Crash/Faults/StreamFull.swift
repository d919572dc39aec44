import ClusterNATS
import Foundation

/// The stream of the journal takes no more than it holds, and is given room again after a while.
struct StreamFull: Blow {
    private static let shortage: Duration = .seconds(1)
    private static let answerWithin: Duration = .seconds(5)

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> ContinuousClock.Instant {
        let connection = try await cluster.network.connect()
        let requests = NATSAsking(connection: connection)
        let result: Result<ContinuousClock.Instant, HarnessError>
        do throws(HarnessError) {
            let room = try await limit(toBytes: nil, requests)
            try await HarnessError.pause(Self.shortage)
            _ = try await limit(toBytes: room, requests)
            let back = ContinuousClock.now
            try await cluster.waitUntilServed()
            result = .success(back)
        } catch {
            result = .failure(error)
        }
        await connection.close()
        return try result.get()
    }

    /// Sets how much the stream takes; nil for what it holds already.
    ///
    /// - Returns: How much it took before.
    private func limit(toBytes bytes: Int?, _ requests: NATSAsking) async throws(HarnessError) -> Int {
        let stream = ClusterUnderLoad.stream
        let info = try await requests.ask("$JS.API.STREAM.INFO.\(stream)", [:])
        guard var configuration = info["config"] as? [String: Any], let before = configuration["max_bytes"] as? Int,
            let state = info["state"] as? [String: Any], let held = state["bytes"] as? Int
        else { throw HarnessError(.node, "The NATS server does not say how large the stream \(stream) is.") }
        configuration["max_bytes"] = bytes ?? max(1, held)
        _ = try await requests.ask("$JS.API.STREAM.UPDATE.\(stream)", configuration)
        return before
    }
}
