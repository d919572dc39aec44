/// Incidents that are raised and ended, and whom they concern.
///
/// An incident is part of the configuration, as a closure is: it becomes its next version, goes to every partition as any
/// other does, and is kept when another configuration is put into force.
extension Floor {
    mutating func raise(
        _ wish: Incident, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        guard var next = configuration else {
            throw Refusal(.wrongState, "There is no configuration yet; apply one first.")
        }
        try Self.check(wish)
        for queue in wish.queues { _ = try queueNumber(queue) }
        if wish.isOver(at: now) {
            throw Refusal(.invalid, "Incident \(wish.id) would be over already; name a later time.")
        }
        next.incidents.removeAll { $0.id == wish.id || $0.isOver(at: now) }
        guard next.incidents.count < Incident.countBound else {
            throw Refusal(.invalid, "There are \(Incident.countBound) incidents already; end one first.")
        }
        var incident = wish
        incident.from = now
        next.incidents.append(incident)
        return putIntoForce(next, at: now, into: &output)
    }

    mutating func endIncident(
        _ id: IncidentID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        guard var next = configuration, next.incidents.contains(where: { $0.id == id && !$0.isOver(at: now) }) else {
            throw Refusal(
                .notFound, "There is no incident \(id), or it is over; list incidents to see those that are not.")
        }
        next.incidents.removeAll { $0.id == id || $0.isOver(at: now) }
        return putIntoForce(next, at: now, into: &output)
    }

    private static func check(_ incident: Incident) throws(Refusal) {
        guard incident.id.isValid else {
            throw Refusal(
                .invalid,
                "\(incident.id) cannot name an incident; use 1 to \(IncidentID.bound) letters, digits, dots, dashes and "
                    + "underscores.")
        }
        guard (1...Incident.messageBound).contains(incident.message.utf8.count) else {
            throw Refusal(.invalid, "An incident needs a message of 1 to \(Incident.messageBound) bytes.")
        }
        guard incident.condition?.figures.contains(where: \.countsAgents) != true else {
            throw Refusal(
                .invalid,
                "Whom an incident concerns cannot depend on staffed, idle or ewt; ask for the contact's attributes, "
                    + "customer, channel, priority, waited or waiting.")
        }
    }

    /// What whoever made a contact is told; nothing once it has ended. Complexity: O(incidents).
    public func messages(for contact: ContactID, now: Timestamp) -> [IncidentMessage] {
        guard !incidents.isEmpty, let slot = contacts.slot(of: contact), contacts[slot].state != .ended else {
            return []
        }
        let queue = queueRecords[Int(contacts[slot].queue)].configuration.id
        let moment = localMoment(of: slot, countsAgents: false, at: now)
        return incidents.filter { !$0.isOver(at: now) && $0.concerns(queue, at: moment) }
            .map { IncidentMessage(incident: $0.id, message: $0.message) }
    }
}

extension CenterConfiguration {
    /// Keeps what is not over.
    mutating func takeOverIncidents(from other: CenterConfiguration?, at now: Timestamp) {
        incidents = (other?.incidents ?? []).filter { !$0.isOver(at: now) }
    }
}
