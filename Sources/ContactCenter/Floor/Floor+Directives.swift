/// Whom an event is told to.
///
/// An agent is told of their own offers, of every change of a contact that is theirs or just stopped being theirs,
/// and of their own availability, capacity and reachability. Supervisors are told of every contact and agent.
extension Floor {
    /// What is still owed to agents, from the state alone: open offers, oldest first, those of other partitions' contacts
    /// behind the others. Complexity: O(open offers + guests).
    public func outstanding() -> [Directive] {
        var directives: [Directive] = []
        offers.forEach { _, slot in
            if contacts[slot].isReserved { return true }
            let view = offerView(slot)
            directives.append(Directive(.agent(view.agent), .offered(view)))
            return true
        }
        for id in guests.keys.sorted() {
            if let view = guestOffer(id) { directives.append(Directive(.agent(view.agent), .offered(view))) }
        }
        return directives
    }

    /// Appends what an event tells to whom; to be called right after it was applied.
    public mutating func appendDirectives(of event: Event, supervised: Bool, to directives: inout [Directive]) {
        switch event.change {
        case .configured(let value):
            if supervised { directives.append(Directive(.supervisors, .configured(version: value.version))) }
        case .opened(let value):
            tell(value.contact, to: nil, supervised, &directives)
            if let original = value.consultationOf { tell(original, supervised, &directives) }
        case .attributesUpdated(let value): tell(value.contact, supervised, &directives)
        case .widened(let id, _), .preferred(let id, _), .preferenceEnded(let id): tell(id, supervised, &directives)
        case .offered(let value): tellOffered(value, supervised, &directives)
        case .offerEnded(let value): tellOfferEnded(value, supervised, &directives)
        case .held(let id), .resumed(let id), .wrapUpBegan(let id):
            tell(id, supervised, &directives)
            if supervised { tellAgent(of: id, &directives) }
        case .requeued(let value):
            tell(value.contact, to: value.from, supervised, &directives)
            if let agent = value.from { tellInterruptions(of: value.contact, to: agent, &directives) }
            if let agent = value.from, supervised { tellSupervisors(agent, &directives) }
        case .handedOver(let value): tellHandedOver(value, supervised, &directives)
        case .ended(let id, _, _): tellEnded(id, supervised, &directives)
        case .diverted(let value): tellDiverted(value, supervised, &directives)
        case .availabilitySet(let agent, _), .nextAvailabilitySet(let agent, _), .streamAttached(let agent, _),
            .streamDetached(let agent):
            tellThemselves(agent, supervised, &directives)
        case .capacitySet(let value): tellThemselves(value.agent, supervised, &directives)
        case .turnedAway, .forgotten, .completed, .sitesReviewed, .sitesWeighed: break
        default: tellBetweenPartitions(event.change, supervised, &directives)
        }
    }

    /// Tells an agent, if there is one at home here, and supervisors.
    private mutating func tell(
        _ notice: Notice, to agent: AgentID?, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        if let agent, reservations.isEmpty || isAtHome(agent) { directives.append(Directive(.agent(agent), notice)) }
        if supervised { directives.append(Directive(.supervisors, notice)) }
    }

    /// Tells a contact to who has it or is offered it.
    private mutating func tell(_ id: ContactID, _ supervised: Bool, _ directives: inout [Directive]) {
        guard let slot = contacts.slot(of: id) else { return }
        tell(slot, to: agentID(contacts[slot].agent), supervised, &directives)
    }

    /// Tells a contact to an agent, and to supervisors.
    private mutating func tell(
        _ id: ContactID, to agent: AgentID?, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        guard let slot = contacts.slot(of: id) else { return }
        tell(slot, to: agent, supervised, &directives)
    }

    mutating func tell(_ slot: Int32, to agent: AgentID?, _ supervised: Bool, _ directives: inout [Directive]) {
        guard agent != nil || supervised else { return }
        tell(.contactChanged(contactView(slot)), to: agent, supervised, &directives)
    }

    private mutating func tellThemselves(_ id: AgentID, _ supervised: Bool, _ directives: inout [Directive]) {
        guard let view = agent(id) else { return }
        directives.append(Directive(.agent(id), .agentChanged(view)))
        if supervised { directives.append(Directive(.supervisors, .agentChanged(view))) }
    }

    /// Whether an agent is told things here, and not by another partition.
    private mutating func isAtHome(_ id: AgentID) -> Bool {
        guard let agent = likelyNumber(of: id) else { return false }
        return agentRecords[Int(agent)].isAtHome
    }

    mutating func tellSupervisors(_ id: AgentID, _ directives: inout [Directive]) {
        guard reservations.isEmpty || isAtHome(id) else { return }
        if let view = agent(id) { directives.append(Directive(.supervisors, .agentChanged(view))) }
    }

    private mutating func tellAgent(of id: ContactID, _ directives: inout [Directive]) {
        guard let slot = contacts.slot(of: id), let agent = agentID(contacts[slot].agent) else { return }
        tellSupervisors(agent, &directives)
    }

    private mutating func tellOffered(_ value: Event.Offered, _ supervised: Bool, _ directives: inout [Directive]) {
        guard let slot = contacts.slot(of: value.contact), contacts[slot].state == .offered else { return }
        tell(.offered(offerView(slot)), to: value.agent, supervised, &directives)
        guard supervised else { return }
        tell(slot, to: nil, supervised, &directives)
        tellSupervisors(value.agent, &directives)
    }

    private mutating func tellOfferEnded(
        _ value: Event.OfferEnded, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        let notice = Notice.offerEnded(
            value.offer, contact: value.contact, agent: value.agent, value.outcome)
        tell(notice, to: value.agent, supervised, &directives)
        tell(value.contact, to: value.outcome == .accepted ? value.agent : nil, supervised, &directives)
        if value.outcome == .accepted { tellInterruptions(of: value.contact, to: value.agent, &directives) }
        if supervised { tellSupervisors(value.agent, &directives) }
    }

    /// Tells an agent what is interrupted, or goes on, now that a contact came to them or left them.
    private mutating func tellInterruptions(of id: ContactID, to agent: AgentID, _ directives: inout [Directive]) {
        guard let slot = contacts.slot(of: id), reservations.isEmpty || isAtHome(agent) else { return }
        tellInterruptions(agent, by: contacts[slot].channel, &directives)
    }

    private mutating func tellHandedOver(
        _ value: Event.HandedOver, _ supervised: Bool, _ directives: inout [Directive]
    ) {
        tell(value.consultation, supervised, &directives)
        tell(value.contact, supervised, &directives)
        tell(value.contact, to: value.from, false, &directives)
        tellInterruptions(of: value.contact, to: value.from, &directives)
        guard supervised else { return }
        tellSupervisors(value.from, &directives)
        tellSupervisors(value.to, &directives)
    }

    private mutating func tellEnded(_ id: ContactID, _ supervised: Bool, _ directives: inout [Directive]) {
        guard let slot = contacts.slot(of: id) else { return }
        tell(slot, to: agentID(contacts[slot].agent), supervised, &directives)
        if let agent = agentID(contacts[slot].agent) { tellInterruptions(of: id, to: agent, &directives) }
        if supervised { tellAgent(of: id, &directives) }
        guard contacts[slot].isConsultation else { return }
        tell(ContactID(rawValue: contacts[slot].consultationOf), supervised, &directives)
    }
}
