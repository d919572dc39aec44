/// What a customer is told of an incident.
public struct IncidentNotice: Codable, Hashable, Sendable {
    /// The incident's id.
    public var incident: String
    /// What the customer is told.
    public var message: String

    public init(incident: String, message: String) {
        self.incident = incident
        self.message = message
    }
}

/// Everything that whoever made a contact is told at the moment: the data of an `incidents` event.
public struct ContactIncidents: Codable, Hashable, Sendable {
    /// The incidents that concern the contact; empty once there are none.
    public var incidents: [IncidentNotice]

    public init(incidents: [IncidentNotice]) {
        self.incidents = incidents
    }
}

extension IncidentNotice: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let incident = fields.text("incident"), let message = fields.text("message") else { return nil }
        self.init(incident: incident, message: message)
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("incident", incident)
            writer.field("message", message)
        }
    }
}

extension ContactIncidents: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("incidents")
            writer.array(incidents) { $1.write(to: &$0) }
        }
    }
}
