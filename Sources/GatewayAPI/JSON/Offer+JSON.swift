extension Offer: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let id = fields.text("id"), let contact = fields.text("contact"), let agent = fields.text("agent"),
            let queue = fields.text("queue"), let channel: ContactChannel = fields.word("channel"),
            let ring = fields.integer("ring"), let priority = fields.integer("priority"),
            let enqueuedAt = fields.time("enqueuedAt"), let offeredAt = fields.time("offeredAt"),
            let deadline = fields.time("deadline")
        else { return nil }
        self.init(
            id: id, contact: contact, agent: agent, queue: queue, channel: channel, customer: fields.text("customer"),
            attributes: fields.attributes("attributes") ?? [:], ring: ring, priority: priority,
            enqueuedAt: enqueuedAt, offeredAt: offeredAt, deadline: deadline)
        isCallback = fields.truth("isCallback") ?? false
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("contact", contact)
            writer.field("agent", agent)
            writer.field("queue", queue)
            writer.field("channel", channel.rawValue)
            writer.field("customer", customer)
            writer.field("attributes", attributes)
            writer.field("ring", ring)
            writer.field("priority", priority)
            writer.field("enqueuedAt", enqueuedAt)
            writer.field("offeredAt", offeredAt)
            writer.field("deadline", deadline)
            writer.field("isCallback", isCallback)
        }
    }
}

extension EndedOffer: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let id = fields.text("id"), let contact = fields.text("contact"), let agent = fields.text("agent"),
            let outcome: Outcome = fields.word("outcome")
        else { return nil }
        self.init(id: id, contact: contact, agent: agent, outcome: outcome)
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("contact", contact)
            writer.field("agent", agent)
            writer.field("outcome", outcome.rawValue)
        }
    }
}
