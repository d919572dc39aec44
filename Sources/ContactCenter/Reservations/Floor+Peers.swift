/// What floors know of each other. All of it is hints: they say where to look, and what is found there is agreed upon
/// by letters. So they are not a part of the state, and a floor that has lost them only looks later.
extension Floor {
    /// Takes note of another floor's summary; to be followed by ``Command/Body/seek``.
    ///
    /// One of another configuration names nothing that can be looked up here: that floor counts as unknown meanwhile.
    public mutating func learn(_ summary: FloorSummary) {
        guard summary.floor != partition else { return }
        guard summary.configurationVersion == configurationVersion else { return forget(summary.floor) }
        let place = peers.firstIndex { $0.floor >= summary.floor } ?? peers.endIndex
        if place == peers.endIndex || peers[place].floor != summary.floor {
            peers.insert(Peer(floor: summary.floor), at: place)
        }
        peers[place].learn(summary)
        // It may not know yet whom it will be asked for.
        guard contactCounts[.queued] > 0 else { return }
        for (_, reservation) in reservations.filter({ $0.value.phase == .asked }).sorted(by: { $0.key < $1.key })
        where reservation.floor == summary.floor {
            guard let slot = contacts.slot(of: reservation.contact),
                let group = matching.waitingClass(of: ContactSlot(Int(slot))),
                let agent = candidate(for: slot, group, at: place, now: lastTime)
            else { continue }
            peers[place].take(agent)
        }
    }

    /// Forgets what was learned of another floor: it is too old, or the floor is gone.
    public mutating func forget(_ floor: UInt16) {
        guard let place = peers.firstIndex(where: { $0.floor == floor }) else { return }
        peers.remove(at: place)
        loseSight()
    }

    /// Says that others may have agents of whom nothing is known at the moment, as after a takeover: nobody is sent
    /// away for want of agents in the half minute after this is asked next.
    public mutating func loseSight() {
        hasLostSight = true
    }

    /// For how long others may have agents of whom nothing is known, in microseconds.
    private static let blindTime: Int64 = 30_000_000

    /// Whether others may have agents of whom nothing is known.
    mutating func isBlind(at now: Timestamp) -> Bool {
        if hasLostSight { blindUntil = now.advanced(byMicroseconds: Self.blindTime * letterPace) }
        hasLostSight = false
        return now < blindUntil
    }

    /// Whether an agent who serves a queue is, or may be, signed in elsewhere.
    mutating func isStaffedElsewhere(_ queue: Int32, at now: Timestamp) -> Bool {
        isBlind(at: now) || peers.contains { membership.contains(any: $0.signedIn, queue: queue) }
    }

    /// Whether an agent who serves a queue is free for a channel elsewhere.
    mutating func isFreeElsewhere(_ queue: Int32, _ channel: Channel) -> Bool {
        peers.contains { membership.contains(any: $0.free(for: channel), queue: queue) }
    }

    /// Who is free elsewhere and gets contacts like this one.
    func free(at peer: Peer, for record: ContactRecord) -> SlotSet {
        Int(record.ring) < queueRecords[Int(record.queue)].rules.firstTakingReserved
            ? peer.free(for: record.channel, from: record.queue) : peer.free(for: record.channel)
    }

    /// A free agent of another floor who may serve a waiting contact; nil when it shows none.
    ///
    /// - Parameter agents: Who is looked for; nil for everybody.
    func candidate(
        for slot: Int32, _ group: ClassIndex, within agents: SlotSet? = nil, at peer: Int, now: Timestamp
    ) -> Int32? {
        let record = contacts[slot]
        let free = free(at: peers[peer], for: record)
        let gate = gate(of: record.queue)
        let isBarred = { (agent: Int32) in
            record.passesOver(agent, at: now) || agents?.contains(agent) == false
                || gate?.bars(agent, record.id, enqueuedAt: record.enqueuedAt) ?? false
        }
        if record.preferred >= 0, free.contains(record.preferred), !isBarred(record.preferred),
            matching.mayServe(AgentSlot(Int(record.preferred)), group)
        {
            return record.preferred
        }
        return matching.first(in: free, for: group, excluding: isBarred)
    }

    /// Asks the floor that shows most agents for a waiting contact, if any does.
    mutating func askElsewhere(_ slot: Int32, _ group: ClassIndex, at now: Timestamp, into output: inout FloorOutput) {
        guard !contacts[slot].isReserved, let found = bestPeer(for: slot, group, at: now) else { return }
        ask(found, for: slot, at: now, into: &output)
    }

    /// The floor that shows most agents for a waiting contact, and one of them.
    ///
    /// - Parameter agents: Who is looked for; nil for everybody.
    func bestPeer(
        for slot: Int32, _ group: ClassIndex, within agents: SlotSet? = nil, at now: Timestamp
    ) -> (peer: Int, agent: Int32)? {
        let record = contacts[slot]
        var best: (peer: Int, agent: Int32, count: Int)?
        for peer in peers.indices where !peers[peer].isPassedOver(for: record.id, at: now) {
            guard let agent = candidate(for: slot, group, within: agents, at: peer, now: now) else { continue }
            let free = free(at: peers[peer], for: record)
            let count =
                agent == record.preferred ? .max : matching.count(in: free, and: agents ?? free, for: group)
            if count > best?.count ?? 0 { best = (peer, agent, count) }
        }
        return best.map { ($0.peer, $0.agent) }
    }

    /// Asks a floor for the agent who was found there, by name where that is the contact's preferred one.
    mutating func ask(
        _ found: (peer: Int, agent: Int32), for slot: Int32, at now: Timestamp, into output: inout FloorOutput
    ) {
        peers[found.peer].take(found.agent)
        ask(
            for: slot, at: peers[found.peer].floor,
            agent: found.agent == contacts[slot].preferred ? agentID(found.agent) : nil, at: now, into: &output)
    }

    /// Notes that another floor has nobody for a contact.
    mutating func passOver(_ floor: UInt16, for contact: ContactID, at now: Timestamp) {
        guard let place = peers.firstIndex(where: { $0.floor == floor }) else { return }
        peers[place].passOver(for: contact, until: now.advanced(byMicroseconds: Peer.passingTime * letterPace), at: now)
    }

    /// Notes that an agent of another floor has got something.
    mutating func noteBusy(_ agent: AgentID, at floor: UInt16) {
        guard let number = agentNumbers[agent], let place = peers.firstIndex(where: { $0.floor == floor }) else {
            return
        }
        peers[place].take(number)
    }

    /// Has what waits, and who is free, look elsewhere: a bounded number of them, the most urgent first.
    mutating func seek(at now: Timestamp, into output: inout FloorOutput) {
        for agent in claims.keys.sorted() {
            guard let claim = claims[agent], claim.until <= now else { continue }
            lapse(claim, of: agent)
            pendingAgents.append(agent)
        }
        if contactCounts[.queued] > 0 { seekAgents(at: now) }
        // An agent who had claimed something when the owner died waits for nothing any more.
        guard contactCounts[.queued] > 0 || peers.contains(where: { !$0.waits.isEmpty }) else { return }
        let agents = matching.freeAgentSlots(from: seekHand, upTo: Self.agentBound)
        pendingAgents += agents
        seekHand = agents.count < Self.agentBound ? 0 : (agents.last ?? -1) + 1
    }

    /// Has what waits look for free agents elsewhere.
    mutating func seekAgents(at now: Timestamp) {
        for peer in peers.indices {
            for channel in Channel.allCases {
                let free = peers[peer].free(for: channel)
                guard !free.isEmpty else { continue }
                let (records, candidates) = (contacts.records, peers[peer])
                matching.forEachWaiting(on: channel, servedBy: free, upTo: Self.contactBound) { slot in
                    let record = records[Int(slot)]
                    guard !record.isReserved, !candidates.isPassedOver(for: record.id, at: now) else { return false }
                    pendingContacts.append(slot)
                    return true
                }
            }
        }
    }

    /// How many contacts of one class look elsewhere at once.
    private static let contactBound = 64
    /// How many agents do; it is the next ones' turn the next time.
    private static let agentBound = 256
}
