import Center
import ContactCenter
import GatewayAPI

/// Writes notices as server-sent events.
struct NoticeEncoder {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ item: NoticeItem) {
        let position = item.position.description
        switch item.content {
        case .reset(.agent(let state)): event(.reset, position, StreamState(state))
        case .reset(.supervisor(let state)): event(.reset, position, StreamState(state))
        case .notice(let notice): append(notice, position)
        }
    }

    /// Writes what has changed of a contact; all of it when nothing was written before.
    mutating func append(_ standing: ContactStanding, after last: ContactStanding?) {
        if standing.contact != last?.contact { event(.contact, nil, Contact(standing.contact)) }
        if standing.forecast != last?.forecast { event(.wait, nil, ContactWait(standing.forecast)) }
        if standing.messages != last?.messages ?? [] {
            event(.incidents, nil, ContactIncidents(incidents: standing.messages.map { IncidentNotice($0) }))
        }
    }

    private mutating func append(_ notice: Notice, _ position: String) {
        switch notice {
        case .offered(let view): event(.offered, position, Offer(view))
        case .offerEnded(let offer, let contact, let agent, let outcome):
            let ended = EndedOffer(
                id: offer.description, contact: contact.description, agent: agent.name,
                outcome: EndedOffer.Outcome(outcome))
            event(.offerEnded, position, ended)
        case .contactChanged(let view): event(.contact, position, Contact(view))
        case .agentChanged(let view): event(.agent, position, Agent(view))
        case .configured(let version): event(.configured, position, ConfiguredEvent(version: version))
        }
    }

    private mutating func event(_ kind: StreamedEvent, _ position: String?, _ value: some JSONWritable) {
        if let position {
            bytes.append(contentsOf: "id: ".utf8)
            bytes.append(contentsOf: position.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        bytes.append(contentsOf: "event: ".utf8)
        bytes.append(contentsOf: kind.rawValue.utf8)
        bytes.append(contentsOf: "\ndata: ".utf8)
        bytes.append(contentsOf: value.jsonBytes())
        bytes.append(contentsOf: "\n\n".utf8)
    }
}
