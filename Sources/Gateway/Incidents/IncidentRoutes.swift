import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Incidents: listed, raised and ended.
struct IncidentRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, raise, end] }

    private var list: Operation {
        Operation(
            id: "listIncidents", summary: "Lists the incidents that are not over, oldest first.", method: .get,
            path: "/v1/incidents", roles: [.administrator, .supervisor, .connector],
            answer: .json(status: 200, "IncidentPage")
        ) { _ in
            let incidents = try await center.configuration().configuration?.incidents ?? []
            let now = try await center.report().time
            return try .encoded(Page(items: incidents.filter { !$0.isOver(at: now) }.map { OpenIncident($0) }))
        }
    }

    private var raise: Operation {
        Operation(
            id: "raiseIncident",
            summary: "Has customers told of an incident from now on, in the place of the one of that id.",
            method: .put, path: "/v1/incidents/{incident}", roles: [.administrator, .supervisor],
            body: .json("IncidentRequest"), isCommand: true, answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            let (body, faults) = try call.read(IncidentRequest.self)
            let incident = try Incident(try Self.incidentID(of: call), body, faults)
            return try await center.reconfigure(.raiseIncident(incident), for: call)
        }
    }

    private var end: Operation {
        Operation(
            id: "endIncident", summary: "Has customers told of an incident no more.", method: .delete,
            path: "/v1/incidents/{incident}", roles: [.administrator, .supervisor], isCommand: true,
            answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            try await center.reconfigure(.endIncident(try Self.incidentID(of: call)), for: call)
        }
    }

    private static func incidentID(of call: Call) throws(ProblemError) -> IncidentID {
        let id = IncidentID(call.text(.incident))
        guard id.isValid else { throw call.missing(.incident) }
        return id
    }
}
