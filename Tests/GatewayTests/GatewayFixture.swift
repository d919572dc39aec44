import AsyncHTTPClient
import Center
import Cluster
import ContactCenter
import Gateway
import GatewayAPI
import GatewayClient
import Logging
import NIOCore
import NIOHTTP1

/// A gateway on a free port, over a center in memory that knows two queues and three agents.
struct GatewayFixture: Sendable {
    let address: String
    let center: CenterDirectory
    let tokens: MemoryTokenStore
    /// A client for the administrator.
    let administrator: GatewayClient
    let administratorSecret: String

    /// Runs `body` against a gateway that is stopped afterwards.
    static func withGateway(
        limits: GatewayLimits = GatewayLimits(), isConfigured: Bool = true,
        _ body: @Sendable @escaping (GatewayFixture) async throws -> Void
    ) async throws {
        let node = makeNode()
        let tokens = MemoryTokenStore()
        let secret = try await tokens.create(TokenRequest(label: "root", role: .administrator), at: .distant).secret
        var configuration = GatewayConfiguration()
        configuration.port = 0
        configuration.limits = limits
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let gateway = Gateway(
            configuration: configuration, center: node.directory, tokens: tokens, logger: quiet
        ) { port.yield($0) }
        try await withThrowingTaskGroup { group in
            group.addTask { try? await node.run() }
            group.addTask { try? await gateway.run() }
            try await node.waitUntilServing()
            if isConfigured { try await configure(node.directory) }
            for await number in ports {
                let address = "http://127.0.0.1:\(number)"
                try await GatewayClient.withClient(address: address, token: secret) { client in
                    try await body(
                        GatewayFixture(
                            address: address, center: node.directory, tokens: tokens, administrator: client,
                            administratorSecret: secret))
                }
                break
            }
            group.cancelAll()
        }
    }

    /// A client with a new token.
    func client(_ role: Token.Role, agent: String? = nil) async throws -> GatewayClient {
        let request = TokenRequest(label: "test", role: role, agent: agent)
        return administrator.authorized(by: try await tokens.create(request, at: .distant).secret)
    }

    /// Sends a request as it stands and gathers its answer.
    func send(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: String? = nil,
        token: String? = nil
    ) async throws -> RawResponse {
        var request = HTTPClientRequest(url: address + path)
        request.method = .init(rawValue: method)
        request.headers.add(contentsOf: .init(headers))
        if let token = token ?? administratorSecret.nonEmpty {
            request.headers.replaceOrAdd(name: "Authorization", value: "Bearer \(token)")
        }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 1 << 24)
        var fields: [String: String] = [:]
        for (name, value) in response.headers { fields[name.lowercased()] = value }
        return RawResponse(status: Int(response.status.code), headers: fields, body: String(buffer: bytes))
    }

    private static let quiet = Logger(label: "gateway") { _ in SwiftLogNoOpLogHandler() }

    private static func makeNode() -> CenterNode {
        let system = ClusterActorSystem(node: "test", transport: MemoryNetwork().makeTransport())
        let host = PartitionHost(
            partition: PartitionID(site: "fra", number: 0), floorNumber: 0, incarnation: 1, journal: MemoryJournal(),
            businessClock: SystemBusinessClock(), clock: SystemProtocolClock(), logger: quiet)
        return CenterNode(system: system, host: host)
    }

    private static func configure(_ center: CenterDirectory) async throws {
        var random = SystemRandomNumberGenerator()
        let time = SystemBusinessClock().now()
        let wish = Configure(configuration: .sample, source: sampleSource)
        _ = try await center.perform(Command(id: CommandID(time: time, random: &random), body: .configure(wish)))
    }
}

/// An answer as it came.
struct RawResponse: Sendable {
    let status: Int
    /// By lower-case name.
    let headers: [String: String]
    let body: String
}

extension DateTime {
    /// An instant that no token of a test expires before.
    static let distant = DateTime(microseconds: 0)
}

extension String {
    /// The text itself; nil when it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
