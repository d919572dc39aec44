import GatewayAPI
import HTTPTypes

/// The description of the API in OpenAPI 3.1, made of the operations themselves.
struct OpenAPIDocument {
    let operations: [Operation]
    let version: String

    var json: JSONValue {
        .members([
            ("openapi", "3.1.0"),
            (
                "info",
                ["title": "Sundial", "version": .string(version), "description": .string(Self.summary)]
            ),
            ("paths", paths),
            (
                "components",
                ["schemas": Self.schemas, "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]]]
            ),
        ])
    }

    private static let summary = """
        Contacts, agents, queues and their configuration in one contact center. What is unknown or does not apply \
        is left out, in requests as in answers: null stands nowhere.
        """

    /// Every schema that operations and other schemas name.
    static var schemas: JSONValue {
        let groups = [
            RequestSchemas.all, ContactSchemas.all, CallbackSchemas.all, StaffSchemas.all, CustomerSchemas.all,
            IncidentSchemas.all, EventSchemas.all, AdministrationSchemas.all, ClusterSchemas.all,
        ]
        return .members(Array(groups.joined()))
    }

    private var paths: JSONValue {
        var order: [String] = []
        var items: [String: [(String, JSONValue)]] = [:]
        for operation in operations {
            if items[operation.path] == nil { order.append(operation.path) }
            items[operation.path, default: []].append((operation.method.rawValue.lowercased(), item(operation)))
        }
        return .members(order.map { ($0, .members(items[$0] ?? [])) })
    }

    private func item(_ operation: Operation) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("operationId", .string(operation.id)), ("summary", .string(operation.summary)),
            ("description", .string(Self.description(operation))),
            ("security", operation.roles == nil ? [] : [["token": []]]),
        ]
        let parameters = Self.parameters(operation)
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body = Self.body(operation) { members.append(("requestBody", body)) }
        members.append(("responses", Self.responses(operation)))
        return .members(members)
    }

    private static func description(_ operation: Operation) -> String {
        guard case .events(let events) = operation.answer else { return access(operation) }
        let kinds = events.map { "`\($0.rawValue)` (\($0.schema)): \($0.summary)" }.joined(separator: "; ")
        let ids = isResumable(operation) ? "Each has an id to go on behind." : "None has an id to go on behind."
        return "\(access(operation)) Its events, each with the schema of its data: \(kinds). \(ids)"
    }

    /// Whether it is a stream that can go on where it broke off.
    private static func isResumable(_ operation: Operation) -> Bool {
        guard case .events(let events) = operation.answer else { return false }
        return events.contains(.reset)
    }

    private static func access(_ operation: Operation) -> String {
        guard let roles = operation.roles else { return "Open to anyone." }
        if roles.count == Token.Role.allCases.count { return "For tokens of every role." }
        return "For tokens of the roles " + roles.map(\.rawValue).joined(separator: ", ") + "."
    }

    private static func parameters(_ operation: Operation) -> [JSONValue] {
        var parameters = operation.pathParameters.map { parameter -> JSONValue in
            ["name": .string(parameter.rawValue), "in": "path", "required": true, "schema": parameter.schema]
        }
        for parameter in operation.query {
            parameters.append([
                "name": .string(parameter.name), "in": "query", "required": false,
                "description": .string(parameter.summary), "schema": parameter.schema,
            ])
        }
        if operation.isCommand {
            parameters.append([
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": .string(IdempotencyHeader.advice), "schema": keySchema,
            ])
        }
        if isResumable(operation) {
            parameters.append([
                "name": "Last-Event-ID", "in": "header", "required": false,
                "description": "Id of the last event received, to go on behind it.", "schema": Schema.string,
            ])
        }
        return parameters
    }

    private static let keySchema: JSONValue = [
        "type": "string", "format": "uuid",
        "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    ]

    private static func body(_ operation: Operation) -> JSONValue? {
        switch operation.body {
        case .none: nil
        case .json(let schema):
            ["required": true, "content": ["application/json": ["schema": Schema.reference(schema)]]]
        case .bytes: ["required": true, "content": ["application/octet-stream": ["schema": Schema.bytes]]]
        case .yaml(let schema): ["required": true, "content": ["application/yaml": ["schema": schema]]]
        }
    }

    private static func responses(_ operation: Operation) -> JSONValue {
        var responses: [(String, JSONValue)] = []
        switch operation.answer {
        case .noContent: responses.append(("204", ["description": "It was carried out."]))
        case .json(let status, let schema):
            let content: JSONValue = ["application/json": ["schema": Schema.reference(schema)]]
            var members: [(String, JSONValue)] = [("description", "It was carried out."), ("content", content)]
            if operation.asksAll { members.append(("headers", missing)) }
            responses.append((String(status), .members(members)))
        case .text:
            responses.append(
                ("200", ["description": "The text.", "content": ["text/plain": ["schema": Schema.string]]]))
        case .bytes:
            let content: JSONValue = ["application/octet-stream": ["schema": Schema.bytes]]
            responses.append(("200", ["description": "The bytes.", "content": content]))
        case .events(let events):
            let data = events.map { ($0.rawValue, Schema.reference($0.schema)) }
            let content: JSONValue = ["text/event-stream": ["schema": Schema.string, "x-events": .members(data)]]
            responses.append(
                ("200", ["description": "Server-sent events; x-events has the schema of each.", "content": content]))
        }
        for status in operation.problemStatuses + [405] { responses.append((String(status), problem(status))) }
        return .members(responses)
    }

    private static let missing: JSONValue = [
        "Sundial-Missing-Partitions": [
            "description": "Partitions that cannot be reached from this node: their part is not in the answer.",
            "schema": Schema.string,
        ]
    ]

    private static func problem(_ status: Int) -> JSONValue {
        let titles = ProblemKind.allCases.filter { $0.status == status }.map(\.title).joined(separator: ". ")
        let content: JSONValue = ["application/problem+json": ["schema": Schema.reference("Problem")]]
        var members: [(String, JSONValue)] = [("description", .string("\(titles).")), ("content", content)]
        if status == 401 { members.append(("headers", ["WWW-Authenticate": ["schema": Schema.string]])) }
        if status == 405 { members.append(("headers", ["Allow": ["schema": Schema.string]])) }
        if status == 429 || status == 503 {
            members.append(("headers", ["Retry-After": ["schema": Schema.integer(1...3600)]]))
        }
        return .members(members)
    }
}
