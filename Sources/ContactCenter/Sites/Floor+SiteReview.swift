/// Sites that open and close while contacts wait.
///
/// What is open is looked at whenever a calendar changes, before anything else is done at that instant, and at every new
/// configuration; it is a function of the configuration and of ``SiteBoard/reviewedAt``. So a contact is never offered
/// to an agent of a site that has closed, whichever timer is late.
extension Floor {
    /// Looks again what is open, if anything has opened or closed since.
    mutating func reviewSites(at now: Timestamp, into output: inout FloorOutput) {
        guard now.microseconds >= sites.nextChange else { return }
        emit(.sitesReviewed, at: now, into: &output)
        takeBackFromClosed(at: now, into: &output)
        if contactCounts[.queued] > 0, !peers.isEmpty { seekAgents(at: now) }
        settle(at: now, into: &output)
    }

    /// Takes back what is offered, and not yet accepted, at sites that are closed.
    mutating func takeBackFromClosed(at now: Timestamp, into output: inout FloorOutput) {
        guard queueRecords.contains(where: \.sites.hasClosed) else { return }
        for agent in agentRecords.indices where agentRecords[agent].offeredCount > 0 {
            let site = sites.home(of: Int32(agent))
            for slot in openOffers(of: Int32(agent)) {
                let record = contacts[slot]
                guard isClosed(Int32(agent), to: record) else { continue }
                endOffer(slot, .rescinded, at: now, into: &output)
            }
            for id in openGuestOffers(of: Int32(agent)) {
                guard let guest = guests[id], let queue = queueNumbers[guest.contact.queue],
                    queueRecords[Int(queue)].sites.isClosed(site, toContactOf: guest.contact.enqueuedAt)
                else { continue }
                endGuest(id, .rescinded, at: now, into: &output)
            }
        }
    }

    /// What is open has changed: agents who are free look at what they may have now, and who waits for one agent alone
    /// waits for everybody where that agent's site has closed.
    mutating func changeSitesReviewed(at now: Timestamp) {
        sites.reviewedAt = now
        renewSites()
        if !blends.gates.isEmpty { rebuildBlending() }
        guard contactCounts[.queued] > 0 || peers.contains(where: { !$0.waits.isEmpty }) else { return }
        pendingAgents += matching.freeAgentSlots(from: 0, upTo: .max)
        for agent in agentRecords.indices { pendingContacts += agentRecords[agent].addressed }
    }

    /// Makes anew what follows from which sites are open. Complexity: O(queues × sites × agents / 64).
    mutating func renewSites() {
        sites.findNextChange()
        sites.shut = []
        sites.isGated = sites.isLimited
        for queue in queueRecords.indices where !queueRecords[queue].isRetired && queueRecords[queue].sites.isKnown {
            queueRecords[queue].sites.review(at: sites.reviewedAt, left: sites.left)
            if queueRecords[queue].sites.isShut { sites.shut.append(Int32(queue)) }
            if queueRecords[queue].sites.isGated { sites.isGated = true }
            var barred = SlotSet()
            for entry in queueRecords[queue].sites.entries where !entry.isCandidate {
                barred.formUnion(sites.agents[entry.site])
            }
            matching.setBarred(barred, in: QueueSlot(queue))
        }
    }

    /// Whether an agent's site is closed for a contact of a queue.
    func isClosed(_ agent: Int32, to record: ContactRecord) -> Bool {
        queueRecords[Int(record.queue)].sites.isClosed(sites.home(of: agent), toContactOf: record.enqueuedAt)
    }

    /// When what may wait no more is due to end; nil when there is nothing of it.
    var shutDeadline: Int64? {
        sites.shut.contains { !onTheLine(in: $0, upTo: 1).isEmpty } ? lastTime.microseconds : nil
    }

    /// Contacts of a queue whose customers wait on the line: who is to be called back, or left a message, goes on waiting.
    private func onTheLine(in queue: Int32, upTo bound: Int) -> [Int32] {
        matching.waiting(in: QueueSlot(Int(queue)), upTo: bound) { !contacts[$0].isAbsent }
    }

    /// Ends what waits in queues of which no site is open, where they say so.
    mutating func endWhatIsShut(_ budget: Int, at now: Timestamp, into output: inout FloorOutput) {
        var budget = budget
        for queue in sites.shut where budget > 0 {
            let slots = onTheLine(in: queue, upTo: budget)
            for slot in slots where contacts[slot].state == .queued {
                if queueRecords[Int(queue)].overflow != nil, overflow(slot, at: now, into: &output) { continue }
                end(slot, contacts[slot].isConsultation ? .consulted : .closed, at: now, into: &output)
            }
            budget -= slots.count
        }
        settle(at: now, into: &output)
    }

    /// Counts a contact that an agent has in hand, or is offered, in or out at the agent's site.
    mutating func countAtSite(_ agent: Int32, _ queue: Int32?, by step: Int) {
        let isLimited = queue.map { queueRecords[Int($0)].sites.isLimited } ?? false
        guard sites.isLimited || isLimited else { return }
        let site = sites.home(of: agent)
        var isFreed = sites.isLimited && sites.count(at: site, by: step)
        if let queue, isLimited {
            isFreed = queueRecords[Int(queue)].sites.count(at: site, by: step) || isFreed
        }
        guard isFreed else { return }
        pendingAgents += matching.freeAgentSlots(in: sites.agents[site])
    }
}
