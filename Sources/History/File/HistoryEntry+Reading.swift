import ContactCenter
import Foundation

extension HistoryEntry {
    /// Reads an entry's line.
    ///
    /// - Throws: ``HistoryError/Code/malformed``, saying what is missing or wrong.
    init(line: ArraySlice<UInt8>) throws(HistoryError) {
        let fields = LineFields(try LineScanner.value(of: line))
        time = try fields.whole("t")
        event = try Self.event(try fields.text("k"), fields)
    }

    private static func event(_ kind: String, _ fields: LineFields) throws(HistoryError) -> Event {
        switch kind {
        case "configured": .configured(try configuration(fields))
        case "invoked": .invoked(Invocation(number: try fields.number("n"), verb: try .init(fields)))
        case "outcome": .outcome(try InvocationOutcome(fields))
        case "offer": .offer(try OfferSeen(fields))
        case "offer-ended":
            .offerEnded(
                OfferEndSeen(
                    id: try fields.id("offer"), outcome: try fields.named("outcome", OfferOutcome.allCases, \.name),
                    position: fields.position))
        case "contact": .contact(try ContactSeen(fields))
        case "absent": .contactAbsent(ContactAbsence(contact: try fields.id("contact")))
        case "agent": .agent(try AgentSeen(fields))
        case "stream": .stream(StreamSeen(agent: try fields.name("agent"), isOpen: try fields.truth("open")))
        case "restarted": .restarted
        case "ended": .ended
        default: throw HistoryError(.malformed, "there is no kind of entry called \(kind)")
        }
    }

    private static func configuration(_ fields: LineFields) throws(HistoryError) -> HistoryConfiguration {
        guard let value = fields.value["configuration"] else { throw fields.missing("configuration", "an object") }
        var line = LineWriter()
        value.write(to: &line)
        do {
            return try JSONDecoder().decode(HistoryConfiguration.self, from: Data(line.bytes))
        } catch {
            throw HistoryError(.malformed, "the configuration cannot be read: \(error)", cause: error)
        }
    }
}

extension LineValue {
    /// Appends the value as JSON.
    func write(to line: inout LineWriter) {
        switch self {
        case .null: line.append(raw: "null".utf8)
        case .truth(let truth): line.value(truth)
        case .whole(let number): line.value(number)
        case .number(let number): line.value(number)
        case .text(let text): line.value(text)
        case .array(let elements): line.array(elements) { $1.write(to: &$0) }
        case .object(let fields):
            line.beginObject()
            for field in fields {
                line.key(field.name)
                field.value.write(to: &line)
            }
            line.endObject()
        }
    }
}

extension Invocation.Verb {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        let name = try fields.text("verb")
        switch name {
        case "open": self = .open(try Invocation.Opening(fields))
        case "abandon": self = .abandon(try fields.id("contact"))
        case "hold": self = .hold(try fields.id("contact"))
        case "resume": self = .resume(try fields.id("contact"))
        case "complete": self = .complete(try fields.id("contact"))
        case "finish-wrap-up": self = .finishWrapUp(try fields.id("contact"))
        case "requeue": self = .requeue(try fields.id("contact"))
        case "end": self = .end(try fields.id("contact"))
        case "transfer-to-queue":
            self = .transferToQueue(
                try fields.id("contact"), try fields.name("queue"), requirement: fields.value["requirement"]?.text)
        case "transfer-to-agent": self = .transferToAgent(try fields.id("contact"), try fields.name("agent"))
        case "callback": self = .callback(try fields.id("contact"))
        case "complete-transfer": self = .completeTransfer(try fields.id("contact"))
        case "cancel-transfer": self = .cancelTransfer(try fields.id("contact"))
        case "update-attributes": self = .updateAttributes(try fields.id("contact"))
        case "accept": self = .accept(try fields.id("offer"))
        case "reject": self = .reject(try fields.id("offer"))
        case "sign-in": self = .signIn(try fields.name("agent"))
        case "sign-out": self = .signOut(try fields.name("agent"))
        case "set-availability":
            self = .setAvailability(
                try fields.name("agent"), try fields.availability("state"), later: try fields.truth("later"))
        case "set-capacity": self = .setCapacity(try fields.name("agent"), try fields.maximum())
        default: throw HistoryError(.malformed, "there is no verb called \(name)")
        }
    }
}

extension Invocation.Opening {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        self.init(
            channel: try fields.channel("channel"), queue: try fields.name("queue"),
            attributes: try fields.attributes(), requirement: fields.value["requirement"]?.text,
            priority: fields.value["priority"]?.whole.map(Int.init))
    }
}

extension InvocationOutcome {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        number = try fields.number("n")
        switch try fields.text("result") {
        case "ok": result = .ok(fields.value["contact"] == nil ? nil : try fields.id("contact"))
        case "failed": result = .failed(try fields.text("code"))
        case "unknown": result = .unknown
        default: throw fields.missing("result", "ok, failed or unknown")
        }
    }
}

extension OfferSeen {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        self.init(
            id: try fields.id("offer"), contact: try fields.id("contact"), agent: try fields.name("agent"),
            queue: try fields.name("queue"), channel: try fields.channel("channel"),
            priority: Int(try fields.whole("priority")), enqueuedAt: try fields.time("enqueuedAt"),
            offeredAt: try fields.time("offeredAt"), deadline: try fields.time("deadline"),
            ring: fields.value["ring"]?.whole.map(Int.init), position: fields.position)
    }
}

extension ContactSeen {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        self.init(
            contact: try fields.id("contact"), state: try fields.named("state", ContactState.allCases, \.name),
            queue: try fields.name("queue"), ring: Int(try fields.whole("ring")),
            agent: fields.value["agent"]?.text.map(AgentID.init), enqueuedAt: try fields.time("enqueuedAt"),
            endedAt: fields.value["endedAt"]?.whole.map(Timestamp.init(microseconds:)),
            endReason: fields.value["reason"] == nil
                ? nil : try fields.named("reason", EndReason.allCases, \.name),
            isReadBack: try fields.truth("readBack"))
    }
}

extension AgentSeen {
    fileprivate init(_ fields: LineFields) throws(HistoryError) {
        self.init(
            agent: try fields.name("agent"), availability: try fields.availability("state"),
            contacts: try fields.ids("contacts"), offers: try fields.ids("offers"),
            isReadBack: try fields.truth("readBack"))
    }
}
