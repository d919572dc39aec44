/// Configurations that are put into force on a floor that is at work.
///
/// A queue with contacts that have not ended, and an agent who has contacts, offers, or contacts waiting for them
/// alone, cannot be left out: the configuration is refused as a whole, and says which. What is left out otherwise is
/// gone at once, except that ended contacts go on naming it until they are forgotten.
extension Floor {
    mutating func configure(
        _ wish: Configure, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        if let replacing = wish.replacing, replacing != configurationVersion {
            throw Refusal(
                .conflict,
                "Version \(configurationVersion) is in force, not \(replacing); look at what changed and apply again.")
        }
        if let version = wish.version, version <= configurationVersion {
            return .configured(version: configurationVersion)
        }
        guard wish.source.utf8.count <= Configure.sourceBound else {
            throw Refusal(.invalid, "The configuration's source is longer than \(Configure.sourceBound) bytes.")
        }
        let problems = wish.configuration.problems()
        guard problems.isEmpty else {
            let texts = problems.prefix(5).map(\.description).joined(separator: "; ")
            throw Refusal(.invalid, "The configuration has \(problems.count) problems: \(texts)")
        }
        try checkRemovals(by: wish.configuration)
        var next = wish.configuration
        next.completeZones()
        if wish.version == nil {
            next.takeOverClosures(from: configuration, at: now)
            next.takeOverShifts(from: configuration)
            next.takeOverIncidents(from: configuration, at: now)
        }
        let configured = Event.Configured(
            version: wish.version ?? configurationVersion + 1, source: wish.source, configuration: next)
        emit(.configured(configured), at: now, into: &output)
        takeBackFromClosed(at: now, into: &output)
        return .configured(version: configurationVersion)
    }

    /// Checks that nothing that is left out is still needed.
    func checkRemovals(by configuration: CenterConfiguration) throws(Refusal) {
        let queues = Set(configuration.queues.map(\.id))
        for record in queueRecords where record.live > 0 && !queues.contains(record.configuration.id) {
            throw Refusal(
                .wrongState,
                "Queue \(record.configuration.id) has \(record.live) contacts and cannot be left out; transfer or end "
                    + "them first, and close the queue meanwhile.")
        }
        let agents = Set(configuration.agents.map(\.id))
        for record in agentRecords where !agents.contains(record.id) {
            let count = record.contacts.count + record.guests.count + record.addressed.count
            guard count == 0 else {
                throw Refusal(
                    .wrongState,
                    "Agent \(record.id) has \(count) contacts or offers and cannot be left out; let them be finished "
                        + "or transferred first.")
            }
        }
        for (_, reservation) in reservations where reservation.phase == .offered || reservation.phase == .held {
            guard let slot = contacts.slot(of: reservation.contact), let agent = agentID(contacts[slot].agent) else {
                continue
            }
            guard agents.contains(agent) else {
                throw Refusal(
                    .wrongState,
                    "Agent \(agent) has contact \(reservation.contact) and cannot be left out; let it be finished or "
                        + "transferred first.")
            }
        }
    }

    mutating func changeConfiguration(_ value: Event.Configured, at now: Timestamp) {
        adopt(value.configuration)
        configurationVersion = value.version
        configurationHistory.append(
            ConfigurationVersion(version: value.version, source: value.source, at: now))
        configurationHistory.removeFirst(max(0, configurationHistory.count - Self.historyBound))
        let slots = contacts.slots
        remapQueues(value.configuration, slots)
        remapAgents(value.configuration, slots)
        for slot in slots {
            let rings = queueRecords[Int(contacts[slot].queue)].configuration.rings.count
            contacts[slot].ring = min(contacts[slot].ring, UInt8(clamping: rings))
        }
        sites.reviewedAt = now
        rebuild()
        if !peers.isEmpty { loseSight() }
        peers = []
        claims = [:]
        refusedClaims = [:]
        pendingAgents = agentRecords.indices.map { Int32($0) }
        // Who waits for one agent alone waits for everybody where that agent's site is closed now.
        pendingContacts += agentRecords.flatMap(\.addressed)
    }

    /// Puts a configuration in its place, and beside it what is asked of it with every command. (Property observers would
    /// not do: what an initializer assigns, as when a snapshot is read, they do not see.)
    mutating func adopt(_ configuration: CenterConfiguration?) {
        self.configuration = configuration
        settings = configuration?.settings ?? CenterSettings()
        limits = FloorLimits(settings)
        dispositions = configuration?.dispositions ?? []
        customerRules = CustomerRuleTable(configuration?.customers ?? CustomerTreatment())
        incidents = configuration?.incidents ?? []
    }

    /// Numbers the queues in the order of the configuration, and behind them those that ended contacts still name.
    private mutating func remapQueues(_ configuration: CenterConfiguration, _ slots: [Int32]) {
        let old = queueRecords
        var used = [Bool](repeating: false, count: old.count)
        for slot in slots { used[Int(contacts[slot].queue)] = true }
        let calendars = CalendarTable(configuration)
        let hasReserved = configuration.hasReservedAgents
        sites.configure(configuration, calendars)
        queueRecords = []
        queueRecords.reserveCapacity(configuration.queues.count)
        var numbers = [Int32](repeating: ContactRecord.none, count: old.count)
        for queue in configuration.queues {
            var record = QueueRecord(
                queue, hours: queue.calendar.flatMap { calendars[$0] }, hasReserved: hasReserved)
            record.sites = QueueSites(queue, sites, calendars)
            if let before = queueNumbers[queue.id] ?? retiredQueue(queue.id, in: old) {
                record.figures = old[Int(before)].figures
                record.pace = old[Int(before)].pace
                record.service = old[Int(before)].service
                record.sites.takeOver(old[Int(before)].sites)
                record.lastOffered = old[Int(before)].lastOffered
                numbers[Int(before)] = Int32(queueRecords.count)
            }
            queueRecords.append(record)
        }
        for (number, record) in old.enumerated() where numbers[number] < 0 && used[number] {
            numbers[number] = Int32(queueRecords.count)
            var retired = record
            retired.isRetired = true
            retired.sites = QueueSites()
            queueRecords.append(retired)
        }
        for slot in slots { contacts[slot].queue = numbers[Int(contacts[slot].queue)] }
    }

    private func retiredQueue(_ id: QueueID, in records: ContiguousArray<QueueRecord>) -> Int32? {
        records.firstIndex { $0.isRetired && $0.configuration.id == id }.map { Int32($0) }
    }

    /// Numbers the agents in the order of the configuration, and behind them those that ended contacts still name.
    private mutating func remapAgents(_ configuration: CenterConfiguration, _ slots: [Int32]) {
        let old = agentRecords
        var used = [Bool](repeating: false, count: old.count)
        for slot in slots where contacts[slot].agent >= 0 { used[Int(contacts[slot].agent)] = true }
        var retired: [AgentID: Int32] = [:]
        for (number, record) in old.enumerated() where record.isRetired { retired[record.id] = Int32(number) }
        let profiles = ProfileTable(configuration)
        agentRecords = []
        agentRecords.reserveCapacity(configuration.agents.count)
        var numbers = [Int32](repeating: ContactRecord.none, count: old.count)
        for agent in configuration.agents {
            var record = AgentRecord(agent, limits: profiles[agent.capacity])
            record.since = lastTime
            if let before = agentNumbers[agent.id] {
                record = old[Int(before)]
                record.configuration = agent
                record.limits = profiles[agent.capacity]
                numbers[Int(before)] = Int32(agentRecords.count)
            } else if let before = retired[agent.id] {
                numbers[Int(before)] = Int32(agentRecords.count)
            }
            agentRecords.append(record)
        }
        for (number, record) in old.enumerated() where numbers[number] < 0 && used[number] {
            numbers[number] = Int32(agentRecords.count)
            var record = AgentRecord(record.configuration, limits: CapacityLimits(nil))
            record.isRetired = true
            agentRecords.append(record)
        }
        for slot in slots { contacts[slot].renumberAgents(numbers) }
        for index in queueRecords.indices where queueRecords[index].lastOffered >= 0 {
            let agent = numbers[Int(queueRecords[index].lastOffered)]
            queueRecords[index].lastOffered =
                agent >= 0 && !agentRecords[Int(agent)].isRetired ? agent : ContactRecord.none
        }
    }
}

extension ContactRecord {
    /// Names agents by their new numbers; those that are gone are nobody.
    fileprivate mutating func renumberAgents(_ numbers: [Int32]) {
        func renumbered(_ agent: Int32) -> Int32 { agent >= 0 ? numbers[Int(agent)] : agent }
        agent = renumbered(agent)
        asker = renumbered(asker)
        addressee = renumbered(addressee)
        preferred = renumbered(preferred)
        for place in 0..<4 { exclusions.agents[place] = renumbered(exclusions.agents[place]) }
    }
}
