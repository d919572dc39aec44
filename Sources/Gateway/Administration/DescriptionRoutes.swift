import Center
import ContactCenter
import GatewayAPI
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// What describes the node to programs: its API and its metrics.
struct DescriptionRoutes: Sendable {
    let center: CenterDirectory
    let census: StreamCensus
    let metrics: RequestMetrics
    let version: String
    /// Every other operation.
    let described: [Operation]

    var operations: [Operation] { [openAPI, metricsText] }

    private var openAPI: Operation {
        Operation(
            id: "showOpenAPI", summary: "Describes this API, in OpenAPI 3.1.", method: .get, path: "/openapi.json",
            answer: .json(status: 200, "OpenAPI")
        ) { _ in
            .json(OpenAPIDocument(operations: described + operations, version: version).json)
        }
    }

    private var metricsText: Operation {
        Operation(
            id: "showMetrics", summary: "Metrics in Prometheus' text format.", method: .get, path: "/metrics",
            roles: [.administrator, .supervisor], answer: .text("text/plain; version=0.0.4; charset=utf-8")
        ) { _ in
            let text = MetricsText(
                queues: try await center.queues(), agents: try await center.agents(),
                figures: try await center.figures(), status: try await center.status(), streams: census.open,
                requests: metrics.snapshot()
            ).text
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text)))
        }
    }
}
