public import Center
import GatewayAPI
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// The HTTP API of a node: resources under `/v1`, event streams, health, metrics, and its own description.
///
/// Handlers translate; the center decides. ``run()`` listens until the service is shut down: then no connection is
/// taken on any more, event streams end, and requests under way are answered.
public struct Gateway: Service {
    private let configuration: GatewayConfiguration
    private let responder: RouterResponder<GatewayContext>
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    let operations: [Operation]

    /// Makes the gateway; it listens from ``run()`` on.
    ///
    /// - Parameters:
    ///   - center: What the API is the face of.
    ///   - tokens: Who may use it.
    ///   - onListening: Called once it listens, with the port.
    public init(
        configuration: GatewayConfiguration, center: CenterDirectory, tokens: any TokenStore, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.logger = logger
        self.onListening = onListening
        let metrics = RequestMetrics()
        operations = Self.operations(configuration, center: center, tokens: tokens, metrics: metrics)
        let limits = configuration.limits
        let gate = OperationGate(
            tokens: tokens, pacer: RequestPacer(rate: limits.requestsPerSecond, burst: limits.requestBurst),
            limits: limits, unreachable: { center.unreachable })
        let router = Router(context: GatewayContext.self)
        router.add(middleware: ProblemMiddleware(paths: PathTable(operations), metrics: metrics))
        router.addRoutes(OperationRoutes(operations: operations, gate: gate).collection)
        responder = router.buildResponder()
    }

    /// Listens until the service is shut down.
    public func run() async throws {
        let limits = configuration.limits
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes, maxHeaderFieldCount: 100)
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: TimeAmount(limits.idleTimeout), httpDecoderConfiguration: decoder)),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { [onListening] channel in await onListening(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await application.run()
    }

    private static func operations(
        _ configuration: GatewayConfiguration, center: CenterDirectory, tokens: any TokenStore,
        metrics: RequestMetrics
    ) -> [Operation] {
        let census = StreamCensus(limits: configuration.limits)
        let startedAt = DateTime(microseconds: WallClock.microseconds)
        var operations: [Operation] = []
        operations += ContactRoutes(center: center).operations
        operations += ContactActionRoutes(center: center).operations
        operations += AgentRoutes(center: center).operations
        operations += OfferRoutes(center: center).operations
        operations += QueueRoutes(center: center).operations
        operations += EventRoutes(center: center, census: census, limits: configuration.limits).operations
        operations += ConfigurationRoutes(center: center).operations
        operations += CalendarRoutes(center: center).operations
        operations += SiteRoutes(center: center).operations
        operations += CustomerRoutes(center: center).operations
        operations += IncidentRoutes(center: center).operations
        operations +=
            StatusRoutes(center: center, census: census, configuration: configuration, startedAt: startedAt)
            .operations
        operations += NodeRoutes(center: center).operations
        operations += PartitionRoutes(center: center).operations
        operations += TokenRoutes(center: center, tokens: tokens, recent: RecentTokens()).operations
        operations +=
            DescriptionRoutes(
                center: center, census: census, metrics: metrics, version: configuration.version,
                described: operations
            ).operations
        return operations
    }
}
