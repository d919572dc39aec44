/// Customers who are called back.
extension Floor {
    /// What holds for a callback in a queue that takes none any more.
    private static let defaultRules = CallbackRules()

    mutating func carryOut(
        _ wish: CallbackCommand, for id: ContactID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        switch wish {
        case .request(let request): try requestCallback(request, for: id, at: now, into: &output)
        case .report(let outcome): try reportCallback(outcome, of: id, at: now, into: &output)
        case .cancel:
            let slot = try slot(id, in: [.queued, .offered, .scheduled, .dialing], toBe: "called off")
            guard contacts[slot].isAbsent, callback(of: slot) != nil else {
                throw Refusal(.wrongState, "Nobody is to be called back for contact \(id); abandon or end it instead.")
            }
            end(slot, .cancelled, at: now, into: &output)
        }
    }

    private mutating func requestCallback(
        _ wish: RequestCallback, for id: ContactID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let slot = try slot(id, in: [.queued, .offered], toBe: "called back")
        guard !contacts[slot].isAbsent, !contacts[slot].isConsultation else {
            throw Refusal(
                .wrongState,
                "The customer of contact \(id) does not wait on the line, and cannot leave it; look at its state.")
        }
        guard wish.slot == nil else {
            throw Refusal(
                .invalid, "Contact \(id) keeps its place and needs no slot; open a contact with the slot to book it.")
        }
        var callback = try agree(
            wish, contacts[slot].queue, customer: contacts.details[Int(slot)].customer, at: now)
        // Who is on offer already is called as soon as that is accepted.
        if contacts[slot].state == .offered { callback.due = nil }
        divert(id, .promised(callback), at: now, into: &output)
    }

    /// The callback that a customer of a queue gets.
    ///
    /// - Throws: ``Refusal`` when the queue takes none, the number or the zone is missing or wrong, or the slot is not
    ///   to be had.
    mutating func agree(
        _ wish: RequestCallback, _ queue: Int32, customer: String?, at now: Timestamp
    ) throws(Refusal) -> Callback {
        let id = queueRecords[Int(queue)].configuration.id
        guard queueRecords[Int(queue)].configuration.callbacks != nil else {
            throw Refusal(.wrongState, "Queue \(id) takes no callbacks; give it `callbacks` in the configuration.")
        }
        guard let number = wish.number ?? customer, (1...OpenContact.customerBound).contains(number.utf8.count) else {
            throw Refusal(
                .invalid, "A callback needs a number of 1 to \(OpenContact.customerBound) bytes, or a known customer.")
        }
        if let zone = wish.timeZone, ZoneRules.installed(zone) == nil {
            throw Refusal(.invalid, "There is no time zone \(zone.prefix(60)); name one such as Europe/Berlin.")
        }
        var callback = Callback(number: number, slot: wish.slot, timeZone: wish.timeZone)
        if let slot = wish.slot {
            try checkFree(slot, in: queue, timeZone: wish.timeZone, at: now)
            callback.due = slot
        } else if let hours = queueRecords[Int(queue)].hours, !hours.isOpen(at: now) {
            guard let opening = hours.nextOpening(after: now) else {
                throw Refusal(.queueClosed, "Queue \(id) is closed by its calendar, and does not open again.")
            }
            callback.due = callTime(from: opening, in: queue, timeZone: wish.timeZone)
        }
        return callback
    }

    /// Somebody says how a call to a customer turned out.
    private mutating func reportCallback(
        _ outcome: CallbackOutcome, of id: ContactID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let slot = try slot(id, in: [.dialing, .connected, .held], toBe: "reported on as called back")
        guard contacts[slot].isAbsent, callback(of: slot) != nil else {
            throw Refusal(
                .wrongState,
                "The customer of contact \(id) is not being called back, or was reached before; report "
                    + "while the contact is dialing or in hand.")
        }
        if outcome == .answered {
            divert(id, .reached, at: now, into: &output)
        } else {
            miss(slot, outcome, at: now, into: &output)
        }
    }

    /// A customer was not reached: the next call is due after the pause, or the contact ends.
    mutating func miss(
        _ slot: Int32, _ outcome: CallbackOutcome, at now: Timestamp, into output: inout FloorOutput
    ) {
        guard let callback = callback(of: slot) else { return }
        let (id, queue) = (contacts[slot].id, contacts[slot].queue)
        let rules = callbackRules(of: queue)
        var missed = Event.Diverted.Missed(outcome: outcome, from: agentID(contacts[slot].agent), next: nil)
        if callback.attempts >= rules.attempts {
            divert(id, .missed(missed), at: now, into: &output)
            return end(slot, .unreached, at: now, into: &output)
        }
        endConsultation(of: slot, at: now, into: &output)
        missed.next = callTime(from: now.advanced(by: rules.pause), in: queue, timeZone: callback.timeZone)
        divert(id, .missed(missed), at: now, into: &output)
    }

    /// Has a customer called whose turn it is, where they come to the line before an agent does; or puts the call off to
    /// the hour at which they may be called.
    ///
    /// - Returns: Whether that was done, so that no agent is offered the contact now.
    mutating func callOrPutOff(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) -> Bool {
        guard let callback = callback(of: slot) else { return false }
        let queue = contacts[slot].queue
        if let hour = callDay(of: queue, callback.timeZone)?.firstInstant(from: now), hour > now {
            let time = callTime(from: hour, in: queue, timeZone: callback.timeZone)
            divert(contacts[slot].id, .putOff(until: time), at: now, into: &output)
            return true
        }
        let rules = callbackRules(of: queue)
        guard rules.first == .customer else { return false }
        divert(contacts[slot].id, .dialed(until: now.advanced(by: rules.ringTime)), at: now, into: &output)
        return true
    }

    /// Whether a waiting contact's customer is called before it is offered.
    @inline(__always)
    func isDialedFirst(_ slot: Int32) -> Bool {
        guard contacts[slot].isAbsent, callback(of: slot) != nil else { return false }
        return callbackRules(of: contacts[slot].queue).first == .customer
    }

    /// The queues that are calling as many customers as they have idle agents, here and elsewhere, and one at least: who
    /// waits there to be called before an agent takes the contact waits until one of these calls has ended.
    /// Complexity: O(queues × partitions × agents / 64).
    var queuesCalling: Set<Int32> {
        let calling = queueRecords.indices.map { Int32($0) }.filter { queue in
            let calls = queueRecords[Int(queue)].dialing
            guard calls > 0, callbackRules(of: queue).first == .customer else { return false }
            let barred = matching.barred(from: QueueSlot(Int(queue)))
            return peers.reduce(membership.idleCount(in: queue, besides: barred)) { idle, peer in
                idle + membership.count(in: peer.free(for: .voice), besides: barred, queue: queue)
            } <= calls
        }
        return Set(calling)
    }

    /// Whether a contact waits for other calls of its queue to end before its customer is called.
    func waitsForCalls(_ slot: Int32) -> Bool {
        isDialedFirst(slot) && queuesCalling.contains(contacts[slot].queue)
    }

    /// A call has ended: another customer may be called.
    mutating func lookForCalls(in queue: Int32) {
        guard queueRecords[Int(queue)].away > 0 else { return }
        pendingAgents += matching.freeAgentSlots(in: membership.members(of: queue))
        guard !peers.isEmpty else { return }
        pendingContacts += matching.waiting(in: QueueSlot(Int(queue)), upTo: Self.callBound) { contacts[$0].isAbsent }
    }

    /// How many contacts look for agents elsewhere when a call has ended: as many more as there are will look when the
    /// next one has.
    private static let callBound = 64

    func callback(of slot: Int32) -> Callback? {
        guard case .callback(let callback) = diversions[contacts[slot].id] else { return nil }
        return callback
    }

    func callbackRules(of queue: Int32) -> CallbackRules {
        queueRecords[Int(queue)].configuration.callbacks ?? Self.defaultRules
    }

    /// The first instant from one on at which a queue is open and its customer may be called; that instant where there is
    /// none within some weeks.
    func callTime(from start: Timestamp, in queue: Int32, timeZone: String?) -> Timestamp {
        let hours = queueRecords[Int(queue)].hours
        let day = callDay(of: queue, timeZone)
        var time = start
        for _ in 0..<64 {
            if let hours, !hours.isOpen(at: time) {
                guard let opening = hours.nextOpening(after: time) else { return start }
                time = opening
            }
            guard let day, let later = day.firstInstant(from: time), later > time else { return time }
            time = later
        }
        return start
    }

    /// When a customer may be called by their own clock; nil for at any time.
    func callDay(of queue: Int32, _ timeZone: String?) -> CallDay? {
        guard let hours = callbackRules(of: queue).hours, let timeZone, let rules = ZoneRules.installed(timeZone) else {
            return nil
        }
        return CallDay(hours: hours, offsets: ZoneOffsets(rules))
    }
}
