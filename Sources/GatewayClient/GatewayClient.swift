public import GatewayAPI

/// A client of the gateway's HTTP API.
///
/// Every command carries an idempotency key, made here unless the caller brings one, and kept over retries: a request
/// that fails in a way that may pass is repeated as ``ClientConfiguration/retries`` says, with no second effect.
/// Copies made with ``authorized(by:)`` share their connections. ``shutdown()`` is called once for all of them, at
/// the end.
public struct GatewayClient: Sendable {
    let transport: ClientTransport
    let authorization: String

    /// Makes a client; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - address: Where the gateway is, such as `http://127.0.0.1:8080`.
    ///   - token: The bearer token; empty for the health checks only.
    public init(address: String, token: String, configuration: ClientConfiguration = ClientConfiguration()) {
        transport = ClientTransport(address: address, configuration: configuration)
        authorization = "Bearer \(token)"
    }

    private init(transport: ClientTransport, authorization: String) {
        self.transport = transport
        self.authorization = authorization
    }

    /// The same client for another bearer.
    public func authorized(by token: String) -> GatewayClient {
        GatewayClient(transport: transport, authorization: "Bearer \(token)")
    }

    /// Makes a client for the time of `body`, and closes its connections afterwards.
    public static func withClient<Answer>(
        address: String, token: String, configuration: ClientConfiguration = ClientConfiguration(),
        _ body: (GatewayClient) async throws -> Answer
    ) async throws -> Answer {
        let client = GatewayClient(address: address, token: token, configuration: configuration)
        do {
            let answer = try await body(client)
            await client.shutdown()
            return answer
        } catch {
            await client.shutdown()
            throw error
        }
    }

    /// Closes every connection, those of copies included. Must be called before the last copy is let go of.
    public func shutdown() async {
        await transport.shutdown()
    }

    /// A key for a command, made with the configured time.
    public func makeKey() -> IdempotencyKey { transport.makeKey() }
}
