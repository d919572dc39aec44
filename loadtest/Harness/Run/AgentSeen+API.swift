import ContactCenter
import GatewayAPI
import History

extension HistoryEntry.Event {
    /// An agent as the API shows them.
    static func agent(_ agent: Agent, isReadBack: Bool) -> HistoryEntry.Event {
        .agent(
            AgentSeen(
                agent: AgentID(agent.id), availability: AvailabilityState(agent.availability),
                contacts: agent.contacts.compactMap { ContactID($0) },
                offers: agent.offers.compactMap { ReservationID($0) }, isReadBack: isReadBack))
    }

    /// A contact as the API shows it; nil when its id is none.
    static func contact(_ contact: Contact, isReadBack: Bool) -> HistoryEntry.Event? {
        guard let id = ContactID(contact.id),
            let state = ContactState.allCases.first(where: { $0.name == contact.state.rawValue })
        else { return nil }
        return .contact(
            ContactSeen(
                contact: id, state: state, queue: QueueID(contact.queue), ring: contact.ring,
                agent: contact.agent.map { AgentID($0) },
                enqueuedAt: Timestamp(microseconds: contact.enqueuedAt.microseconds),
                endedAt: contact.endedAt.map { Timestamp(microseconds: $0.microseconds) },
                endReason: contact.endReason.flatMap { reason in
                    EndReason.allCases.first { $0.name == reason.rawValue }
                }, isReadBack: isReadBack))
    }
}

extension AvailabilityState {
    init(_ availability: Availability) {
        self =
            switch availability.state {
            case .offline: .offline
            case .available: .available
            case .onBreak: .onBreak
            case .notReady: .notReady(ReasonCode(availability.reason ?? ""))
            }
    }
}
