/// What agents choose to be, and how they can be reached.
extension Floor {
    mutating func signIn(_ id: AgentID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let agent = try agentNumber(id)
        guard !agentRecords[Int(agent)].isSignedIn else { return }
        setAvailability(of: agent, to: .onBreak, at: now, into: &output)
    }

    mutating func signOut(_ id: AgentID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let agent = try agentNumber(id)
        guard agentRecords[Int(agent)].isSignedIn else { return }
        let inHand = agentRecords[Int(agent)].inHandCount + agentRecords[Int(agent)].acceptingCount
        guard inHand == 0 else {
            throw Refusal(
                .wrongState,
                "Agent \(id) has \(inHand) contacts in hand; finish or transfer them before signing out.")
        }
        setAvailability(of: agent, to: .offline, at: now, into: &output)
    }

    mutating func setAvailability(
        _ wish: SetAvailability, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let agent = try agentNumber(wish.agent)
        let record = agentRecords[Int(agent)]
        guard record.isSignedIn || wish.state == .offline else {
            throw Refusal(.wrongState, "Agent \(wish.agent) is not signed in; sign in first.")
        }
        if case .notReady(let reason) = wish.state,
            configuration?.reasons.contains(where: { $0.code == reason }) != true
        {
            throw Refusal(.notFound, "There is no not-ready reason \(reason) in the configuration in force.")
        }
        if wish.when == .afterContact, !record.hasNothing {
            guard record.next != wish.state else { return }
            emit(.nextAvailabilitySet(wish.agent, wish.state), at: now, into: &output)
        } else if wish.state == .offline {
            try signOut(wish.agent, at: now, into: &output)
        } else if record.availability != wish.state || record.next != nil {
            setAvailability(of: agent, to: wish.state, at: now, into: &output)
        }
    }

    /// Sets an agent's availability, takes back their open offers unless they are available, and lets the contacts
    /// that waited for them alone go to others when they sign out.
    mutating func setAvailability(
        of agent: Int32, to state: AvailabilityState, at now: Timestamp, into output: inout FloorOutput
    ) {
        emit(.availabilitySet(agentRecords[Int(agent)].id, state), at: now, into: &output)
        if state != .available { rescindOffers(of: agent, at: now, into: &output) }
        guard state == .offline else { return }
        let waiting = agentRecords[Int(agent)].addressed.sorted { contacts[$0].id < contacts[$1].id }
        for slot in waiting { release(slot, at: now, into: &output) }
    }

    mutating func setCapacity(
        _ wish: SetCapacity, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let agent = try agentNumber(wish.agent)
        for channel in Channel.allCases {
            guard let count = wish.maximum[channel] else { continue }
            guard (0...100).contains(count) else {
                throw Refusal(.invalid, "A capacity of \(count) for \(channel.name) is not between 0 and 100.")
            }
        }
        guard agentRecords[Int(agent)].override != wish.maximum else { return }
        emit(.capacitySet(wish), at: now, into: &output)
    }

    mutating func attachStream(
        _ id: AgentID, incarnation: UInt64, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let record = agentRecords[Int(try agentNumber(id))]
        guard !record.isAttached || record.incarnation != incarnation else { return }
        emit(.streamAttached(id, incarnation: incarnation), at: now, into: &output)
    }

    mutating func detachStream(
        _ id: AgentID, incarnation: UInt64, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let record = agentRecords[Int(try agentNumber(id))]
        guard record.isAttached, record.incarnation == incarnation else { return }
        emit(.streamDetached(id), at: now, into: &output)
    }

    mutating func changeAvailability(_ id: AgentID, _ state: AvailabilityState, at now: Timestamp) {
        guard let agent = agentNumbers[id] else { return }
        let index = Int(agent)
        if !agentRecords[index].isSignedIn {
            agentRecords[index].signedInAt = now
            agentRecords[index].busyTime = 0
            agentRecords[index].busySince = now
        }
        if state == .available { renewIdleRank(agent, at: now) }
        changeAgent(id, at: now) { record in
            if state == .available || state == .offline { record.unanswered = 0 }
            record.availability = state
            record.next = nil
            record.since = now
        }
    }

    mutating func changeCapacity(_ value: SetCapacity, at now: Timestamp) {
        changeAgent(value.agent, at: now) { record in
            record.override = value.maximum
            record.resolveMaximum()
        }
    }
}
