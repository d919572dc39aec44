import Foundation
import GatewayAPI

/// One event as a line.
struct EventLine {
    let partition: String
    let event: StreamEvent
    /// When it was received.
    let at: DateTime

    /// Prints the line at once, even into a pipe.
    func print(asJSON: Bool) throws {
        let line = asJSON ? try JSONEncoder.ofLines.encode(self) : Data(text.utf8)
        FileHandle.standardOutput.write(line + Data("\n".utf8))
    }

    private var text: String {
        // The time of day in UTC, to the millisecond.
        "\(at.description.dropFirst(11).prefix(12))  \(partition)  \(Self.text(event.body))"
    }

    private static func text(_ body: StreamEvent.Body) -> String {
        switch body {
        case .reset(let state): summary(state)
        case .offered(let offer):
            "offer \(offer.id): contact \(offer.contact) of \(offer.queue) to \(offer.agent), until \(clock(offer.deadline))"
        case .offerEnded(let offer):
            "offer \(offer.id): \(offer.outcome.rawValue), contact \(offer.contact), agent \(offer.agent)"
        case .contact(let contact): text(contact)
        case .wait(let wait):
            "stands \(wait.position), to wait \(Phrase.duration(seconds: wait.expectedWaitSeconds))"
        case .incidents(let told):
            told.incidents.isEmpty
                ? "told of no incident" : "told: \(told.incidents.map(\.message).joined(separator: " "))"
        case .agent(let agent): text(agent)
        case .configured(let event): "configuration version \(event.version) is in force"
        }
    }

    private static func summary(_ state: StreamState) -> String {
        let signedIn = state.agents.count { $0.availability.state != .offline }
        let waiting = state.queues.reduce(0) { $0 + $1.waiting }
        let connected = state.queues.reduce(0) { $0 + $1.connected }
        return
            "stands at \(waiting) waiting and \(connected) connected in \(state.queues.count) queues, \(signedIn) of "
            + "\(state.agents.count) agents signed in"
    }

    private static func text(_ contact: Contact) -> String {
        var parts = ["contact \(contact.id): \(contact.state.rawValue)"]
        if let reason = contact.endReason { parts.append(Phrase.ending(reason)) }
        parts.append("\(contact.channel.rawValue) in \(contact.queue)")
        if let agent = contact.agent { parts.append("agent \(agent)") }
        return parts.joined(separator: ", ")
    }

    private static func text(_ agent: Agent) -> String {
        var parts = ["agent \(agent.id): \(Phrase.availability(agent.availability))", agent.work.rawValue]
        if !agent.isReachable { parts.append("not reachable") }
        if !agent.contacts.isEmpty { parts.append("has \(agent.contacts.joined(separator: ", "))") }
        return parts.joined(separator: ", ")
    }

    private static func clock(_ time: DateTime) -> String { String(time.description.dropFirst(11).prefix(8)) }
}

extension EventLine: Encodable {
    private enum CodingKeys: String, CodingKey { case partition, id, event, at, data }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(partition, forKey: .partition)
        try container.encodeIfPresent(event.id, forKey: .id)
        try container.encode(event.body.name, forKey: .event)
        try container.encode(at, forKey: .at)
        switch event.body {
        case .reset(let state): try container.encode(state, forKey: .data)
        case .offered(let offer): try container.encode(offer, forKey: .data)
        case .offerEnded(let offer): try container.encode(offer, forKey: .data)
        case .contact(let contact): try container.encode(contact, forKey: .data)
        case .wait(let wait): try container.encode(wait, forKey: .data)
        case .incidents(let told): try container.encode(told, forKey: .data)
        case .agent(let agent): try container.encode(agent, forKey: .data)
        case .configured(let configured): try container.encode(configured, forKey: .data)
        }
    }
}

extension JSONEncoder {
    /// Writes each value in one line, keys in order.
    fileprivate static var ofLines: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
