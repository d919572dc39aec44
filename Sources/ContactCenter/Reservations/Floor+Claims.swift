/// Agents who become free and look at what waits elsewhere before they take what waits here.
extension Floor {
    /// Whether an agent waits for a contact of another floor rather than take the best one here, if there is one:
    /// the claim is made unless it is open already.
    mutating func claims(
        _ agent: Int32, ratherThan best: Int32?, at now: Timestamp, into output: inout FloorOutput
    ) -> Bool {
        if let claim = claims[agent] {
            if claim.until > now { return true }
            lapse(claim, of: agent)
        }
        let open = matching.freeChannels(of: AgentSlot(Int(agent)))
        guard !open.isEmpty, !sites.isFull(sites.home(of: agent)) else { return false }
        var rival: Matching.Weight?
        if let best {
            guard contacts[best].addressee < 0 else { return false }
            let queue = contacts[best].queue
            let head = queueRecords[Int(queue)].urgency(of: contacts[best]).withHeadStart(letterPace)
            rival = weight(head, in: queue, at: now)
        }
        guard let (floor, wait) = mostUrgentElsewhere(for: agent, open, before: rival, at: now) else { return false }
        claimsGiven += 1
        claims[agent] = OpenClaim(
            number: claimsGiven, floor: floor, wait: wait,
            until: now.advanced(byMicroseconds: OpenClaim.answerTime * letterPace))
        let id = agentRecords[Int(agent)].id
        let claim = Claim(
            agent: id, floor: partition, channels: Channel.allCases.filter { open.contains($0) })
        output.letters.append(Letter(to: floor, .claim(id, number: claimsGiven), .claim(claim)))
        return true
    }

    /// Gives up a claim that nothing came of: that head is not claimed again by this agent while it is shown.
    mutating func lapse(_ claim: OpenClaim, of agent: Int32) {
        claims[agent] = nil
        refusedClaims[agent, default: [:]][claim.floor, default: []].insert(claim.wait.head)
    }

    /// What waits elsewhere that an agent may be meant for, the most urgent.
    private func mostUrgentElsewhere(
        for agent: Int32, _ open: ChannelSet, before rival: Matching.Weight?, at now: Timestamp
    ) -> (floor: UInt16, wait: FloorSummary.Wait)? {
        var rival = rival
        var best: (floor: UInt16, wait: FloorSummary.Wait)?
        for peer in peers {
            for wait in peer.waits where open.contains(wait.channel) && queueRecords.indices.contains(wait.queue) {
                guard membership.contains(agent: agent, queue: Int32(wait.queue)),
                    !matching.isBarred(AgentSlot(Int(agent)), from: QueueSlot(wait.queue)),
                    !matching.isHeldBack(AgentSlot(Int(agent)), from: QueueSlot(wait.queue), at: 0)
                else { continue }
                let weight = weight(wait.head, in: Int32(wait.queue), at: now)
                if let rival, weight.precedes(rival) != true { continue }
                guard refusedClaims[agent]?[peer.floor]?.contains(wait.head) != true,
                    isClaimable(wait, at: peer.floor)
                else { continue }
                (best, rival) = ((peer.floor, wait), weight)
            }
        }
        return best
    }

    @inline(__always)
    private func weight(_ head: FloorSummary.Head, in queue: Int32, at now: Timestamp) -> Matching.Weight {
        matching.weight(
            priority: head.priority, enqueuedAt: head.enqueuedAt, in: QueueSlot(Int(queue)), at: now)
    }

    /// Whether fewer agents than contacts wait for an answer.
    private func isClaimable(_ wait: FloorSummary.Wait, at floor: UInt16) -> Bool {
        if claims.isEmpty { return true }
        let open = claims.values.count {
            $0.floor == floor && $0.wait.queue == wait.queue && $0.wait.channel == wait.channel
        }
        return open < wait.count
    }

    /// The other floor answered a claim: with a contact on its way the agent waits a little longer, otherwise they look
    /// for something else.
    mutating func receivedClaim(
        _ agent: AgentID, number: UInt64, found: Bool, at now: Timestamp
    ) {
        guard let agent = agentNumbers[agent], let claim = claims[agent], claim.number == number else { return }
        if found {
            claims[agent]?.until = now.advanced(byMicroseconds: OpenClaim.promiseTime * letterPace)
        } else {
            // That floor looked through all its queues: none of the heads that it shows is to be had.
            let shown = peers.first { $0.floor == claim.floor }?.waits ?? []
            refusedClaims[agent, default: [:]][claim.floor] = Set(shown.map(\.head)).union([claim.wait.head])
            claims[agent] = nil
            pendingAgents.append(agent)
        }
    }

    /// Asks for an agent of another floor who is free, for the most urgent contact that they may take.
    ///
    /// - Returns: Whether there is one.
    mutating func find(_ claim: Claim, at now: Timestamp, into output: inout FloorOutput) -> Bool {
        guard claim.floor != partition, let agent = agentNumbers[claim.agent] else { return false }
        let channels = ChannelSet(claim.channels.map { ChannelSet($0) })
        let kept = KeptContacts(
            agent: agent, site: sites.home(of: agent), now: now, records: contacts.records, queues: queueRecords,
            diversions: diversions, calling: contactCounts[.dialing] > 0 ? queuesCalling : [])
        let found = matching.bestContact(
            for: AgentSlot(Int(agent)), on: channels, at: now,
            excluding: { kept.records[Int($0.index)].isReserved || kept.contains($0) })
        guard let found else { return false }
        return ask(for: found.index, at: claim.floor, agent: claim.agent, at: now, into: &output)
    }
}
