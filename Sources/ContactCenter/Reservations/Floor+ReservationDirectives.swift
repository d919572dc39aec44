/// Whom the events between partitions are told to. The contact's partition tells supervisors of the contact and the
/// offer; the agent's partition tells the agent, and supervisors of the agent.
extension Floor {
    mutating func tellBetweenPartitions(
        _ change: Event.Change, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        switch change {
        case .guestOffered(let value):
            guard let offer = guestOffer(value.reservation) else { return }
            tellGuest(value.agent, .offered(offer), supervised, &directives)
        case .guestReturned(let id, let outcome):
            guard let guest = guests[id] else { return }
            let notice = Notice.offerEnded(id, contact: guest.contact.id, agent: guest.agent, outcome)
            tellGuest(guest.agent, notice, supervised, &directives)
        case .guestConnected(let value):
            guard let guest = guests[value.reservation] else { return }
            let notice = Notice.offerEnded(value.reservation, contact: value.contact.id, agent: guest.agent, .accepted)
            directives.append(Directive(.agent(guest.agent), notice))
            tellGuest(guest.agent, .contactChanged(value.contact), supervised, &directives)
            tellInterruptions(guest.agent, by: guest.contact.channel, &directives)
        case .guestChanged(let value):
            guard let guest = guests[value.reservation] else { return }
            tellGuest(guest.agent, .contactChanged(value.contact), supervised, &directives)
        case .guestGone(let value): tellGone(value, supervised, &directives)
        default: break
        }
    }

    private mutating func tellGone(_ value: Event.GuestGone, _ supervised: Bool, _ directives: inout [Directive]) {
        if !value.wasHeld {
            let notice = Notice.offerEnded(
                value.reservation, contact: value.contact, agent: value.agent, value.over.outcome)
            directives.append(Directive(.agent(value.agent), notice))
        }
        if let last = value.last {
            directives.append(Directive(.agent(value.agent), .contactChanged(last)))
            tellInterruptions(value.agent, by: last.channel, &directives)
        }
        if supervised { tellSupervisors(value.agent, &directives) }
    }

    private mutating func tellGuest(
        _ agent: AgentID, _ notice: Notice, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        directives.append(Directive(.agent(agent), notice))
        if supervised { tellSupervisors(agent, &directives) }
    }
}
