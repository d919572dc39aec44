import Center
import ContactCenter
import GatewayAPI
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Event streams: an agent's, a contact's, and the supervisors'.
struct EventRoutes: Sendable {
    let center: CenterDirectory
    let census: StreamCensus
    let limits: GatewayLimits
    // The literal is a valid field name, so the fallback is never taken.
    private static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch

    var operations: [Operation] { [agent, contact, supervisors] }

    private var agent: Operation {
        Operation(
            id: "streamAgentEvents",
            summary: "Streams an agent's events; while it is open the agent is reachable and is offered contacts.",
            method: .get, path: "/v1/agents/{agent}/events", roles: [.administrator, .supervisor, .agent],
            answer: .events(StreamedEvent.ofAgents)
        ) { call in
            let agent = try call.agentID()
            let after = position(call)
            guard try await center.agent(agent) != nil else { throw call.missing(.agent) }
            return try stream(call) { feed in
                _ = try await center.withAgentNotices(of: agent, after: after) { notices in
                    try await feed.send(notices)
                }
            }
        }
    }

    private var contact: Operation {
        Operation(
            id: "streamContactEvents",
            summary: "Streams a contact's changes, position, expected wait and incidents until it has ended.",
            method: .get, path: "/v1/contacts/{contact}/events", roles: [.administrator, .supervisor, .connector],
            answer: .events(StreamedEvent.ofContacts)
        ) { call in
            let contact = try call.contactID()
            guard try await center.contact(contact) != nil else { throw call.missing(.contact) }
            return try stream(call) { feed in
                try await feed.follow { try await center.standing(of: contact) }
            }
        }
    }

    private var supervisors: Operation {
        Operation(
            id: "streamEvents", summary: "Streams everything that happens in a partition.", method: .get,
            path: "/v1/events", roles: [.administrator, .supervisor],
            query: [
                .init(
                    name: "partition",
                    summary:
                        "The partition; without it, the one that administers the configuration. Event ids are each "
                        + "partition's own.", schema: Schema.partitionID)
            ],
            answer: .events(StreamedEvent.ofSupervisors), refusals: [404]
        ) { call in
            let after = position(call)
            let partition = try call.query["partition"].map { name throws(ProblemError) in
                try call.partition(named: name, in: center)
            }
            return try stream(call) { feed in
                try await center.withSupervisorNotices(of: partition, after: after) { notices in
                    try await feed.send(notices)
                }
            }
        }
    }

    /// Where the stream is to go on. What cannot be read is of another life of the center: then it begins anew.
    private func position(_ call: Call) -> NoticePosition? {
        call.request.headers[Self.lastEventID].flatMap { NoticePosition($0) }
    }

    private func stream(
        _ call: Call, _ read: @escaping @Sendable (EventFeed) async throws -> Void
    ) throws(ProblemError) -> Response {
        let token = call.bearer?.token ?? ""
        guard census.hasRoom(for: token) else {
            throw ProblemError(.tooManyStreams, "The token, or the node, has as many event streams open as it may.")
                .retrying(after: .seconds(1))
        }
        let body = EventBody(request: call.request, token: token, census: census, limits: limits, read: read)
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Response(
            status: .ok, headers: headers, body: ResponseBody { writer in try await body.write(to: &writer) })
    }
}
