extension Contact: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let id = fields.text("id"), let session = fields.text("session"),
            let channel: ContactChannel = fields.word("channel"), let queue = fields.text("queue"),
            let state: State = fields.word("state"), let openedAt = fields.time("openedAt"),
            let enqueuedAt = fields.time("enqueuedAt")
        else { return nil }
        self.init(
            id: id, session: session, channel: channel, customer: fields.text("customer"),
            attributes: fields.attributes("attributes") ?? [:], queue: queue, requirement: fields.text("requirement"),
            ring: fields.integer("ring") ?? 0, priority: fields.integer("priority") ?? 0,
            preferredAgent: fields.text("preferredAgent"), state: state, openedAt: openedAt, enqueuedAt: enqueuedAt,
            answeredAt: fields.time("answeredAt"), endedAt: fields.time("endedAt"), agent: fields.text("agent"),
            offer: fields.text("offer"), consultationOf: fields.text("consultationOf"),
            consultation: fields.text("consultation"), endReason: fields.word("endReason"),
            disposition: fields.text("disposition"), callback: fields.object("callback"),
            message: fields.object("message"), sentAway: fields.text("sentAway"))
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("session", session)
            writer.field("channel", channel.rawValue)
            writer.field("customer", customer)
            writer.field("attributes", attributes)
            writer.field("queue", queue)
            writer.field("requirement", requirement)
            writer.field("ring", ring)
            writer.field("priority", priority)
            writer.field("preferredAgent", preferredAgent)
            writer.field("state", state.rawValue)
            writer.field("openedAt", openedAt)
            writer.field("enqueuedAt", enqueuedAt)
            writer.field("answeredAt", answeredAt)
            writer.field("endedAt", endedAt)
            writer.field("agent", agent)
            writer.field("offer", offer)
            writer.field("consultationOf", consultationOf)
            writer.field("consultation", consultation)
            writer.field("endReason", endReason?.rawValue)
            writer.field("disposition", disposition)
            writer.field("callback", callback)
            writer.field("message", message)
            writer.field("sentAway", sentAway)
        }
    }
}
