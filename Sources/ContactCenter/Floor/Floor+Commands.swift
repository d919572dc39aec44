/// What becomes of each command.
extension Floor {
    /// Carries out a command that is neither a repetition nor too old.
    ///
    /// Refuses before the first event, except that a contact turned away is counted.
    mutating func carryOut(
        _ body: Command.Body, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        if case .configure(let value) = body { return try configure(value, at: now, into: &output) }
        guard configurationVersion > 0 else {
            throw Refusal(
                .wrongState, "The center has no configuration yet; put one into force with `sundial config apply FILE`."
            )
        }
        switch body {
        case .configure, .advance, .reserve, .commit, .giveBack, .settle, .claim, .answered, .seek, .learnCustomers:
            break
        case .closeCalendar(let value): return try closeCalendar(value, at: now, into: &output)
        case .reopenCalendar(let id): return try reopenCalendar(id, at: now, into: &output)
        case .shiftSite(let value): return try shiftSite(value, at: now, into: &output)
        case .keepCustomer(let value): try keep(value, at: now, into: &output)
        case .forgetCustomer(let id): try forget(id, at: now, into: &output)
        case .raiseIncident(let value): return try raise(value, at: now, into: &output)
        case .endIncident(let id): return try endIncident(id, at: now, into: &output)
        case .openContact(let value): return try open(value, at: now, into: &output)
        case .transfer(let value): return try transfer(value, at: now, into: &output)
        case .callback(let id, let wish): try carryOut(wish, for: id, at: now, into: &output)
        case .updateAttributes(let value): try updateAttributes(value, at: now, into: &output)
        case .abandon(let id): try abandon(id, at: now, into: &output)
        case .hold(let id): try hold(id, at: now, into: &output)
        case .resume(let id): try resume(id, at: now, into: &output)
        case .completeTransfer(let id): try completeTransfer(id, at: now, into: &output)
        case .cancelTransfer(let id): try cancelTransfer(id, at: now, into: &output)
        case .complete(let id): try complete(id, at: now, into: &output)
        case .finishWrapUp(let value): try finishWrapUp(value, at: now, into: &output)
        case .requeue(let id): try requeue(id, at: now, into: &output)
        case .end(let id): try endByAdministrator(id, at: now, into: &output)
        case .signIn(let id): try signIn(id, at: now, into: &output)
        case .signOut(let id): try signOut(id, at: now, into: &output)
        case .setAvailability(let value): try setAvailability(value, at: now, into: &output)
        case .setCapacity(let value): try setCapacity(value, at: now, into: &output)
        case .attachStream(let id, let incarnation):
            try attachStream(id, incarnation: incarnation, at: now, into: &output)
        case .detachStream(let id, let incarnation):
            try detachStream(id, incarnation: incarnation, at: now, into: &output)
        case .accept(let id): return try accept(id, at: now, into: &output)
        case .reject(let id): try reject(id, at: now, into: &output)
        }
        return .nothing
    }

    /// The slot of a contact that has not ended.
    mutating func liveSlot(_ id: ContactID) throws(Refusal) -> Int32 {
        guard let slot = contacts.slot(of: id) else {
            throw Refusal(.notFound, "There is no contact \(id); ended contacts are forgotten after a while.")
        }
        guard contacts[slot].state != .ended else { throw Refusal(.wrongState, "Contact \(id) has ended.") }
        return slot
    }

    /// The slot of a contact in one of these states.
    mutating func slot(
        _ id: ContactID, in states: [ContactState], toBe verb: String
    ) throws(Refusal) -> Int32 {
        let slot = try liveSlot(id)
        let state = contacts[slot].state
        guard states.contains(state) else {
            let names = states.map(\.name).joined(separator: " or ")
            throw Refusal(
                .wrongState, "Contact \(id) is \(state.name) and cannot be \(verb); it would have to be \(names).")
        }
        return slot
    }

    /// The number of an agent in force; quick when it is the likely one.
    mutating func likelyNumber(of id: AgentID) -> Int32? {
        let likely = Int(likelyAgent)
        if likely < agentRecords.count, !agentRecords[likely].isRetired, agentRecords[likely].configuration.id == id {
            return likelyAgent
        }
        return agentNumbers[id]
    }

    /// The number of a queue in force; quick when it is the likely one.
    mutating func likelyNumber(of id: QueueID) -> Int32? {
        let likely = Int(likelyQueue)
        if likely < queueRecords.count, !queueRecords[likely].isRetired, queueRecords[likely].configuration.id == id {
            return likelyQueue
        }
        return queueNumbers[id]
    }

    mutating func agentNumber(_ id: AgentID) throws(Refusal) -> Int32 {
        guard let agent = agentNumbers[id] else {
            throw Refusal(.notFound, "There is no agent \(id) in the configuration in force.")
        }
        return agent
    }

    mutating func queueNumber(_ id: QueueID) throws(Refusal) -> Int32 {
        guard let queue = queueNumbers[id] else {
            throw Refusal(.notFound, "There is no queue \(id) in the configuration in force.")
        }
        return queue
    }
}
