import Hummingbird

/// Operations as routes.
struct OperationRoutes {
    let operations: [Operation]
    let gate: OperationGate

    var collection: RouteCollection<GatewayContext> {
        let routes = RouteCollection(context: GatewayContext.self)
        for operation in operations {
            let gate = gate
            routes.on(RouterPath(operation.path), method: operation.method) { request, context in
                try await gate.respond(to: request, context: context, as: operation)
            }
        }
        return routes
    }
}
