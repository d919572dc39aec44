extension Availability: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let state: State = fields.word("state") else { return nil }
        self.init(state, reason: fields.text("reason"))
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("state", state.rawValue)
            writer.field("reason", reason)
        }
    }
}

extension Agent: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let id = fields.text("id"), let label = fields.text("label"), let site = fields.text("site"),
            let availability = Self.availability(fields.value("availability")),
            let work: WorkState = fields.word("work"), let since = fields.time("since"),
            let isReachable = fields.truth("isReachable")
        else { return nil }
        self.init(
            id: id, label: label, site: site, availability: availability,
            next: Self.availability(fields.value("next")), work: work, since: since, isReachable: isReachable,
            skills: fields.integers("skills") ?? [:], capacity: fields.integers("capacity") ?? [:],
            contacts: fields.texts("contacts") ?? [], offers: fields.texts("offers") ?? [],
            unanswered: fields.integer("unanswered") ?? 0, interrupted: fields.texts("interrupted") ?? [])
    }

    private static func availability(_ value: JSONValue?) -> Availability? {
        guard let value else { return nil }
        var fields = JSONFields(value)
        return Availability(reading: &fields)
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("label", label)
            writer.field("site", site)
            writer.name("availability")
            availability.write(to: &writer)
            if let next {
                writer.name("next")
                next.write(to: &writer)
            }
            writer.field("work", work.rawValue)
            writer.field("since", since)
            writer.field("isReachable", isReachable)
            writer.field("skills", skills)
            writer.field("capacity", capacity)
            writer.field("contacts", contacts)
            writer.field("offers", offers)
            writer.field("unanswered", unanswered)
            writer.field("interrupted", interrupted)
        }
    }
}
