import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Queues and their live figures.
struct QueueRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, show] }

    private var list: Operation {
        Operation(
            id: "listQueues", summary: "Lists every queue, in the order of the configuration.", method: .get,
            path: "/v1/queues", asksAll: true, answer: .json(status: 200, "QueuePage")
        ) { _ in
            try .encoded(Page(items: try await center.queues().map { Queue($0) }))
        }
    }

    private var show: Operation {
        Operation(
            id: "showQueue", summary: "Shows a queue.", method: .get, path: "/v1/queues/{queue}", asksAll: true,
            answer: .json(status: 200, "Queue")
        ) { call in
            guard let view = try await center.queue(try call.queueID()) else { throw call.missing(.queue) }
            return try .encoded(Queue(view))
        }
    }
}
