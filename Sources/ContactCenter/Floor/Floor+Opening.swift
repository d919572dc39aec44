/// Contacts that come in.
extension Floor {
    /// The bounds of a contact's priority.
    static let priorities = -1_000...1_000

    mutating func open(
        _ wish: OpenContact, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        let queue = try queueNumber(wish.queue)
        likelyQueue = queue
        try Self.check(wish.attributes)
        if let customer = wish.customer, customer.utf8.count > OpenContact.customerBound {
            throw Refusal(.invalid, "The customer is longer than \(OpenContact.customerBound) bytes.")
        }
        if let priority = wish.priority, !Self.priorities.contains(priority) {
            throw Refusal(.invalid, "Priority \(priority) is not between -1000 and 1000.")
        }
        if let preferred = wish.preferredAgent { _ = try agentNumber(preferred) }
        if let session = wish.session, session.partition != partition || sessions.contacts(of: session) == 0 {
            throw Refusal(.notFound, "There is no session \(session); leave it out to begin a new one.")
        }
        let welcome = welcome(wish, to: queue, at: now)
        let step = try entrance(wish, welcome, to: queue, at: now, into: &output)
        let opened = Event.Opened(
            contact: ContactID(partition: partition, count: contactsGiven + 1),
            session: wish.session ?? SessionID(partition: partition, count: sessionsGiven + 1),
            channel: wish.channel, queue: wish.queue, customer: wish.customer, attributes: welcome.attributes,
            requirement: wish.requirement, priority: welcome.priority, preferredAgent: welcome.preferredAgent,
            addressee: nil, consultationOf: nil)
        emit(.opened(opened), at: now, into: &output)
        if !welcome.preferences.isEmpty {
            emit(.preferred(opened.contact, welcome.preferences), at: now, into: &output)
        }
        if let step { divert(opened.contact, step, at: now, into: &output) }
        guard !incidents.isEmpty else { return .opened(opened.contact, opened.session) }
        let messages = messages(for: opened.contact, now: now)
        return messages.isEmpty
            ? .opened(opened.contact, opened.session) : .openedDuring(opened.contact, opened.session, messages)
    }

    /// Whether one more contact may join a queue now.
    ///
    /// A queue as long as it may be still takes a contact while an agent of it is free for the channel, here or elsewhere.
    mutating func admit(_ queue: Int32, _ channel: Channel, at now: Timestamp) throws(Refusal) {
        let index = Int(queue)
        if let hours = queueRecords[index].hours, !hours.isOpen(at: now) {
            let id = queueRecords[index].configuration.id
            throw Refusal(.queueClosed, "Queue \(id) is closed by its calendar; try again when it is open.")
        }
        guard !queueRecords[index].sites.isShut else {
            let id = queueRecords[index].configuration.id
            throw Refusal(.queueClosed, "No site of queue \(id) is open now; try again when one is.")
        }
        let mayJoin =
            switch queueRecords[index].configuration.joinWhenEmpty {
            case .always: true
            case .staffed: isStaffed(queue, forContactOf: now, at: now)
            case .available: isAttended(queue, forContactOf: now, at: now)
            }
        guard mayJoin else {
            let id = queueRecords[index].configuration.id
            throw Refusal(.queueEmpty, "Nobody serves queue \(id) now, and it may not be joined then; try again later.")
        }
        let waiting = queueRecords[index].waiting - queueRecords[index].away
        if let maximum = queueRecords[index].configuration.maximumLength, waiting >= maximum,
            matching.freeAgentCount(in: QueueSlot(index), channel: channel) == 0,
            !isFreeElsewhere(queue, channel)
        {
            let id = queueRecords[index].configuration.id
            throw Refusal(.queueFull, "Queue \(id) holds \(waiting) contacts, as many as it may; try again later.")
        }
    }

    /// Checks that attributes are within their bounds.
    static func check(_ attributes: Attributes) throws(Refusal) {
        guard attributes.entries.count <= Attributes.countBound else {
            throw Refusal(.invalid, "There are more than \(Attributes.countBound) attributes.")
        }
        for entry in attributes.entries {
            guard !entry.name.isEmpty, entry.name.utf8.count <= Attributes.nameBound else {
                throw Refusal(.invalid, "An attribute's name is empty or longer than \(Attributes.nameBound) bytes.")
            }
            guard entry.value.isWithinBounds else {
                throw Refusal(
                    .invalid,
                    "Attribute \(entry.name) is beyond its bound: texts have at most \(Attributes.textBound) bytes, "
                        + "lists \(Attributes.countBound) texts, and numbers are finite.")
            }
        }
    }

    mutating func changeOpened(_ opened: Event.Opened, at now: Timestamp) {
        guard let queue = likelyNumber(of: opened.queue), contacts.slot(of: opened.contact) == nil else { return }
        contactsGiven = max(contactsGiven, opened.contact.count)
        sessionsGiven = max(sessionsGiven, opened.session.count)
        var record = ContactRecord(
            opened, at: now, queue: queue, requirement: requirements.retain(opened.requirement),
            preferred: opened.preferredAgent.flatMap { agentNumbers[$0] } ?? ContactRecord.none,
            addressee: opened.addressee.flatMap { agentNumbers[$0] } ?? ContactRecord.none)
        sessions.add(opened.session)
        if let id = opened.consultationOf, let original = contacts.slot(of: id) {
            contacts[original].consultation = opened.contact.rawValue
            record.asker = contacts[original].agent
            renewReservation(of: original)
        } else {
            queueRecords[Int(queue)].figures.opened += 1
        }
        let slot = contacts.insert(
            record, ContactDetails(customer: opened.customer, attributes: opened.attributes))
        enter(slot, at: now)
        pendingContacts.append(slot)
        rememberOpening(opened, at: now)
    }
}

extension AttributeValue {
    /// Whether it may be kept.
    var isWithinBounds: Bool {
        switch self {
        case .text(let text): text.utf8.count <= Attributes.textBound
        case .number(let number): number.isFinite
        case .truth: true
        case .list(let texts):
            texts.count <= Attributes.countBound && texts.allSatisfy { $0.utf8.count <= Attributes.textBound }
        }
    }
}
