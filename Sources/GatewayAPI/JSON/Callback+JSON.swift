extension CallbackRequest: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        self.init(number: fields.text("number"), slot: fields.time("slot"), timeZone: fields.text("timeZone"))
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("number", number)
            writer.field("slot", slot)
            writer.field("timeZone", timeZone)
        }
    }
}

extension CallbackReport: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let outcome: ContactCallback.Outcome? = fields.word("outcome", except: .unknown)
        fields.missing("outcome")
        guard let outcome else { return nil }
        self.init(outcome: outcome)
    }
}

extension ContactCallback: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let number = fields.text("number") else { return nil }
        self.init(
            number: number, due: fields.time("due"), slot: fields.time("slot"), timeZone: fields.text("timeZone"),
            attempts: fields.integer("attempts") ?? 0, lastOutcome: fields.word("lastOutcome"))
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("number", number)
            writer.field("due", due)
            writer.field("slot", slot)
            writer.field("timeZone", timeZone)
            writer.field("attempts", attempts)
            writer.field("lastOutcome", lastOutcome?.rawValue)
        }
    }
}

extension ContactMessage: JSONReadable, JSONWritable {
    package init?(reading fields: inout JSONFields) {
        guard let leftAt = fields.time("leftAt"), let acknowledgement = fields.text("acknowledgement") else {
            return nil
        }
        self.init(leftAt: leftAt, acknowledgement: acknowledgement, expectedReply: fields.time("expectedReply"))
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("leftAt", leftAt)
            writer.field("acknowledgement", acknowledgement)
            writer.field("expectedReply", expectedReply)
        }
    }
}

extension JSONFields {
    /// What a field holds that is an object; nil, with its faults noted, when it does not fit; nil when it is absent.
    package mutating func object<Value: JSONReadable>(_ name: String) -> Value? {
        guard let value = value(name) else { return nil }
        var fields = JSONFields(value, path: name)
        let read = Value(reading: &fields)
        fields.rejectUnknown()
        note(fields.faults)
        return read
    }
}

extension JSONWriter {
    /// A field that holds an object; nothing when it is nil.
    package mutating func field(_ name: StaticString, _ value: (some JSONWritable)?) {
        guard let value else { return }
        self.name(name)
        value.write(to: &self)
    }
}
