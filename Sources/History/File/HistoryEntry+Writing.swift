import ContactCenter
import Foundation

extension HistoryEntry {
    /// Appends the entry's line.
    func write(to line: inout LineWriter) throws(HistoryError) {
        line.beginObject()
        line.field("t", time)
        switch event {
        case .configured(let configuration): try Self.write(configuration, to: &line)
        case .invoked(let invocation): invocation.write(to: &line)
        case .outcome(let outcome): outcome.write(to: &line)
        case .offer(let offer): offer.write(to: &line)
        case .offerEnded(let end): end.write(to: &line)
        case .contact(let contact): contact.write(to: &line)
        case .contactAbsent(let absence):
            line.field("k", "absent")
            line.field("contact", absence.contact.description)
        case .agent(let agent): agent.write(to: &line)
        case .stream(let stream):
            line.field("k", "stream")
            line.field("agent", stream.agent.name)
            line.field("open", stream.isOpen)
        case .restarted: line.field("k", "restarted")
        case .ended: line.field("k", "ended")
        }
        line.endObject()
        line.endLine()
    }

    private static func write(
        _ configuration: HistoryConfiguration, to line: inout LineWriter
    ) throws(HistoryError) {
        line.field("k", "configured")
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let bytes = try encoder.encode(configuration)
            line.key("configuration")
            line.append(raw: bytes)
        } catch {
            throw HistoryError(.unwritable, "The configuration cannot be written as JSON: \(error)", cause: error)
        }
    }
}

extension Invocation {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "invoked")
        line.field("n", Int64(number))
        line.field("verb", verb.name)
        switch verb {
        case .open(let opening): opening.write(to: &line)
        case .abandon(let contact), .hold(let contact), .resume(let contact), .complete(let contact),
            .finishWrapUp(let contact), .callback(let contact), .requeue(let contact), .end(let contact),
            .completeTransfer(let contact), .cancelTransfer(let contact), .updateAttributes(let contact):
            line.field("contact", contact.description)
        case .transferToQueue(let contact, let queue, let requirement):
            line.field("contact", contact.description)
            line.field("queue", queue.name)
            line.field("requirement", requirement)
        case .transferToAgent(let contact, let agent):
            line.field("contact", contact.description)
            line.field("agent", agent.name)
        case .accept(let offer), .reject(let offer): line.field("offer", offer.description)
        case .signIn(let agent), .signOut(let agent): line.field("agent", agent.name)
        case .setAvailability(let agent, let state, let later):
            line.field("agent", agent.name)
            line.field("state", state.text)
            line.field("later", later)
        case .setCapacity(let agent, let maximum):
            line.field("agent", agent.name)
            line.key("maximum")
            line.beginObject()
            for (channel, count) in maximum.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                line.key(channel.name)
                line.value(Int64(count))
            }
            line.endObject()
        }
    }
}

extension Invocation.Opening {
    fileprivate func write(to line: inout LineWriter) {
        line.field("queue", queue.name)
        line.field("channel", channel.name)
        line.field("requirement", requirement)
        line.field("priority", priority.map(Int64.init))
        guard !attributes.entries.isEmpty else { return }
        line.key("attributes")
        line.beginObject()
        for entry in attributes.entries {
            line.key(entry.name)
            switch entry.value {
            case .text(let text): line.value(text)
            case .number(let number): line.value(number)
            case .truth(let truth): line.value(truth)
            case .list(let texts): line.array(texts) { $0.value($1) }
            }
        }
        line.endObject()
    }
}

extension InvocationOutcome {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "outcome")
        line.field("n", Int64(number))
        switch result {
        case .ok(let contact):
            line.field("result", "ok")
            line.field("contact", contact?.description)
        case .failed(let code):
            line.field("result", "failed")
            line.field("code", code)
        case .unknown: line.field("result", "unknown")
        }
    }
}

extension OfferSeen {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "offer")
        line.field("offer", id.description)
        line.field("contact", contact.description)
        line.field("agent", agent.name)
        line.field("queue", queue.name)
        line.field("channel", channel.name)
        line.field("priority", Int64(priority))
        line.field("enqueuedAt", enqueuedAt.microseconds)
        line.field("offeredAt", offeredAt.microseconds)
        line.field("deadline", deadline.microseconds)
        line.field("ring", ring.map(Int64.init))
        position?.write(to: &line)
    }
}

extension OfferEndSeen {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "offer-ended")
        line.field("offer", id.description)
        line.field("outcome", outcome.name)
        position?.write(to: &line)
    }
}

extension NoticePosition {
    fileprivate func write(to line: inout LineWriter) {
        line.key("at")
        line.array([Int64(sequence), Int64(index)]) { $0.value($1) }
    }
}

extension ContactSeen {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "contact")
        line.field("contact", contact.description)
        line.field("state", state.name)
        line.field("queue", queue.name)
        line.field("ring", Int64(ring))
        line.field("agent", agent?.name)
        line.field("enqueuedAt", enqueuedAt.microseconds)
        line.field("endedAt", endedAt?.microseconds)
        line.field("reason", endReason?.name)
        line.field("readBack", isReadBack)
    }
}

extension AgentSeen {
    fileprivate func write(to line: inout LineWriter) {
        line.field("k", "agent")
        line.field("agent", agent.name)
        line.field("state", availability.text)
        line.key("contacts")
        line.array(contacts) { $0.value($1.description) }
        line.key("offers")
        line.array(offers) { $0.value($1.description) }
        line.field("readBack", isReadBack)
    }
}

extension AvailabilityState {
    /// Its text in a history: `available`, `break`, `offline`, `not-ready:REASON`.
    var text: String {
        switch self {
        case .offline: "offline"
        case .available: "available"
        case .onBreak: "break"
        case .notReady(let reason): "not-ready:\(reason)"
        }
    }

    init?(text: String) {
        switch text {
        case "offline": self = .offline
        case "available": self = .available
        case "break": self = .onBreak
        default:
            guard text.hasPrefix("not-ready:") else { return nil }
            self = .notReady(ReasonCode(String(text.dropFirst("not-ready:".count))))
        }
    }
}
