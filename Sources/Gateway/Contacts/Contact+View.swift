import ContactCenter
import GatewayAPI

extension Contact {
    /// A contact as the API shows it.
    init(_ view: ContactView) {
        self.init(
            id: view.id.description, session: view.session.description, channel: ContactChannel(view.channel),
            customer: view.customer, attributes: view.attributes.shown, queue: view.queue.name,
            requirement: view.requirement?.text, ring: view.ring, priority: view.priority,
            preferredAgent: view.preferredAgent?.name, state: State(view.state), openedAt: DateTime(view.openedAt),
            enqueuedAt: DateTime(view.enqueuedAt), answeredAt: view.answeredAt.map { DateTime($0) },
            endedAt: view.endedAt.map { DateTime($0) }, agent: view.agent?.name, offer: view.offer?.description,
            consultationOf: view.consultationOf?.description, consultation: view.consultation?.description,
            endReason: view.endReason.map { EndReason($0) }, disposition: view.disposition?.name)
        switch view.diversion {
        case nil: break
        case .callback(let shown): callback = ContactCallback(shown)
        case .message(let shown): message = ContactMessage(shown)
        case .sentAway(let reason): sentAway = reason
        }
    }
}

extension Contact.State {
    init(_ state: ContactState) {
        self =
            switch state {
            case .queued: .queued
            case .offered: .offered
            case .connected: .connected
            case .held: .held
            case .wrapUp: .wrapUp
            case .ended: .ended
            case .scheduled: .scheduled
            case .dialing: .dialing
            }
    }

    /// The state in the domain.
    var domain: ContactState {
        switch self {
        case .queued: .queued
        case .offered: .offered
        case .connected: .connected
        case .held: .held
        case .wrapUp: .wrapUp
        case .ended: .ended
        case .scheduled: .scheduled
        case .dialing: .dialing
        }
    }
}

extension Contact.EndReason {
    init(_ reason: EndReason) {
        self =
            switch reason {
            case .completed: .completed
            case .abandoned: .abandoned
            case .timedOut: .timedOut
            case .ended: .ended
            case .consulted: .consulted
            case .overflowed: .overflowed
            case .cancelled: .cancelled
            case .unreached: .unreached
            case .closed: .closed
            }
    }
}

extension DateTime {
    init(_ timestamp: Timestamp) {
        self.init(microseconds: timestamp.microseconds)
    }
}

extension ContactChannel {
    init(_ channel: Channel) {
        self =
            switch channel {
            case .voice: .voice
            case .email: .email
            case .chat: .chat
            case .sms: .sms
            case .social: .social
            case .video: .video
            }
    }

    /// The channel in the domain.
    var domain: Channel {
        switch self {
        case .voice: .voice
        case .email: .email
        case .chat: .chat
        case .sms: .sms
        case .social: .social
        case .video: .video
        }
    }
}

extension Attributes {
    /// As the API shows them.
    var shown: [String: ContactAttribute] {
        var result: [String: ContactAttribute] = [:]
        for entry in entries {
            result[entry.name] =
                switch entry.value {
                case .text(let text): .text(text)
                case .number(let number): .number(number)
                case .truth(let truth): .truth(truth)
                case .list(let texts): .list(texts)
                }
        }
        return result
    }
}
