import AsyncHTTPClient
import FoundationEssentials
import GatewayAPI
import NIOCore
import NIOHTTP1
import Synchronization

/// The connections behind a client and its copies: a pool for requests, and one for streams, which hold theirs.
final class ClientTransport: Sendable {
    let address: String
    let configuration: ClientConfiguration
    private let requests: HTTPClient
    private let streams: HTTPClient
    private let clock = Mutex<CenterClock?>(nil)

    init(address: String, configuration: ClientConfiguration) {
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.configuration = configuration
        var plain = HTTPClient.Configuration(redirectConfiguration: .disallow)
        plain.httpVersion = .http1Only
        plain.timeout.connect = .init(configuration.connectTimeout)
        plain.connectionPool.idleTimeout = .seconds(20)
        plain.connectionPool.retryConnectionEstablishment = false
        plain.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, configuration.connections)
        plain.tracing.tracer = nil
        requests = HTTPClient(eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup), configuration: plain)
        plain.timeout.read = .init(configuration.streamSilence)
        plain.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100_000
        streams = HTTPClient(eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup), configuration: plain)
    }

    func shutdown() async {
        try? await requests.shutdown()
        try? await streams.shutdown()
    }

    func makeKey() -> IdempotencyKey {
        if let keyTime = configuration.keyTime { return IdempotencyKey(milliseconds: keyTime()) }
        let now = clock.withLock { $0?.milliseconds } ?? Int64(Date().timeIntervalSince1970 * 1000)
        return IdempotencyKey(milliseconds: now)
    }

    /// Lets keys be made with the center's business time from now on.
    func follow(_ status: Status.Clock) {
        clock.withLock { $0 = CenterClock(status) }
    }

    /// Sends a request once and gathers its answer.
    func attempt(_ request: HTTPClientRequest, within patience: Duration?) async throws -> RawAnswer {
        let timeout = patience ?? configuration.attemptTimeout
        let response = try await requests.execute(request, timeout: .init(timeout))
        return try await gather(response)
    }

    /// Gathers an answer's body, at most 1 GiB of it.
    func gather(_ response: HTTPClientResponse) async throws -> RawAnswer {
        let body = try await response.body.collect(upTo: 1 << 30)
        return RawAnswer(status: Int(response.status.code), headers: response.headers, body: body)
    }

    /// Begins to receive an endless answer.
    func open(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        try await streams.execute(request, deadline: .distantFuture)
    }
}
