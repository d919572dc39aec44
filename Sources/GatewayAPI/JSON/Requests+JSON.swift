extension OpenContactRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let channel: ContactChannel? = fields.word("channel")
        let queue = fields.text("queue")
        let customer = fields.text("customer")
        let attributes = fields.attributes("attributes")
        let requirement = fields.text("requirement")
        let priority = fields.integer("priority")
        let preferredAgent = fields.text("preferredAgent")
        let site = fields.text("site")
        let session = fields.text("session")
        let callback: CallbackRequest? = fields.object("callback")
        fields.missing("channel")
        fields.missing("queue")
        guard let channel, let queue else { return nil }
        self.init(
            channel: channel, queue: queue, customer: customer, attributes: attributes, requirement: requirement,
            priority: priority, preferredAgent: preferredAgent, session: session, site: site, callback: callback)
    }
}

extension OpenContactRequest: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("channel", channel.rawValue)
            writer.field("queue", queue)
            writer.field("customer", customer)
            if let attributes { writer.field("attributes", attributes) }
            writer.field("requirement", requirement)
            if let priority { writer.field("priority", priority) }
            writer.field("preferredAgent", preferredAgent)
            writer.field("site", site)
            writer.field("session", session)
            writer.field("callback", callback)
        }
    }
}

extension AttributesRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        self.init(set: fields.attributes("set"), remove: fields.texts("remove"))
    }
}

extension TransferRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let kind: Kind? = fields.word("kind")
        let queue = fields.text("queue")
        let requirement = fields.text("requirement")
        let agent = fields.text("agent")
        fields.missing("kind")
        guard let kind else { return nil }
        switch (queue, agent) {
        case (let queue?, nil): self.init(kind: kind, queue: queue, requirement: requirement)
        case (nil, let agent?):
            if requirement != nil { fields.fault("requirement", "A requirement can stand only beside a queue.") }
            self.init(kind: kind, agent: agent)
        default:
            fields.fault("queue", "Exactly one of the fields queue and agent says where the contact goes.")
            return nil
        }
    }
}

extension WrapUpRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        self.init(disposition: fields.text("disposition"))
    }
}

extension AvailabilityRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let state: Availability.State? = fields.word("state")
        let reason = fields.text("reason")
        let when: When? = fields.word("when")
        fields.missing("state")
        guard let state else { return nil }
        if (state == .notReady) != (reason != nil) {
            fields.fault("reason", "A reason is given if and only if the state is not-ready.")
        }
        self.init(Availability(state, reason: reason), when: when)
    }
}

extension CapacityRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let maximum = fields.integers("maximum")
        fields.missing("maximum")
        guard let maximum else { return nil }
        self.init(maximum: maximum)
    }
}

extension TokenRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let label = fields.text("label")
        let role: Token.Role? = fields.word("role")
        let agent = fields.text("agent")
        let expiresAt = fields.time("expiresAt")
        fields.missing("label")
        fields.missing("role")
        guard let label, let role else { return nil }
        if (role == .agent) != (agent != nil) {
            fields.fault("agent", "An agent is given if and only if the role is agent.")
        }
        self.init(label: label, role: role, agent: agent, expiresAt: expiresAt)
    }
}

extension MoveRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let node = fields.text("node")
        fields.missing("node")
        guard let node else { return nil }
        self.init(node: node)
    }
}

extension OpenedContact: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let contact = fields.text("contact"), let session = fields.text("session") else { return nil }
        self.init(contact: contact, session: session, incidents: fields.objects("incidents"))
        callback = fields.object("callback")
        message = fields.object("message")
        sentAway = fields.text("sentAway")
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("contact", contact)
            writer.field("session", session)
            writer.field("callback", callback)
            writer.field("message", message)
            writer.field("sentAway", sentAway)
            if let incidents {
                writer.name("incidents")
                writer.array(incidents) { $1.write(to: &$0) }
            }
        }
    }
}
