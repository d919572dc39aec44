import ClusterNATS
import Foundation

/// The stream of the journal takes no more than it holds, and is given room again after a while.
struct StreamFull: Blow {
    private static let shortage: Duration = .seconds(1)

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let connection = try await cluster.network.connect()
        let requests = NATSAsking(connection: connection)
        let result: Result<Outage, HarnessError>
        do throws(HarnessError) {
            let stream = await cluster.stream
            let room = try await limit(stream, toBytes: nil, requests)
            try await HarnessError.pause(Self.shortage)
            _ = try await limit(stream, toBytes: room, requests)
            let back = ContinuousClock.now
            try await cluster.waitUntilServed()
            result = .success(Outage(since: back))
        } catch {
            result = .failure(error)
        }
        await connection.close()
        return try result.get()
    }

    /// Sets how much the stream takes; nil for what it holds already.
    ///
    /// - Returns: How much it took before.
    private func limit(
        _ stream: String, toBytes bytes: Int?, _ requests: NATSAsking
    ) async throws(HarnessError) -> Int {
        let info = try await requests.ask("$JS.API.STREAM.INFO.\(stream)", [:])
        guard var configuration = info["config"] as? [String: Any], let before = configuration["max_bytes"] as? Int,
            let state = info["state"] as? [String: Any], let held = state["bytes"] as? Int
        else { throw HarnessError(.node, "The NATS server does not say how large the stream \(stream) is.") }
        configuration["max_bytes"] = bytes ?? max(1, held)
        _ = try await requests.ask("$JS.API.STREAM.UPDATE.\(stream)", configuration)
        return before
    }
}
