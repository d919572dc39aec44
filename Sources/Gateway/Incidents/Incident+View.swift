import ContactCenter
import GatewayAPI

extension OpenIncident {
    /// An incident as the API shows it.
    init(_ incident: Incident) {
        self.init(
            id: incident.id.name, message: incident.message, when: incident.condition?.text,
            queues: incident.queues.map(\.name), from: DateTime(incident.from),
            until: incident.until.map { DateTime($0) })
    }
}

extension IncidentNotice {
    init(_ message: IncidentMessage) {
        self.init(incident: message.incident.name, message: message.message)
    }
}

extension Incident {
    /// Reads an incident from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ id: IncidentID, _ body: IncidentRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        if body.message.isEmpty { faults.fault("message", "message must not be empty.") }
        faults.bound(body.message, InputFaults.attributeLength, "message")
        let queues = body.queues ?? []
        self.init(
            id: id, message: body.message, when: faults.condition(body.when, "when"),
            queues: queues.map { faults.name($0, "queues") }, from: Timestamp(microseconds: 0),
            until: body.until.map { Timestamp(microseconds: $0.microseconds) })
        try faults.check()
    }
}
