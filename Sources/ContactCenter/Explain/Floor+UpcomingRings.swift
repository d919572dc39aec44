/// Which rings a waiting contact may be taken to next, and what each waits for.
extension Floor {
    /// How many rings behind a contact's own are described.
    private static let ringBound = 8

    /// The rings behind a contact's own, in the order in which they are looked at. Of a ring whose condition does not
    /// hold it is said what keeps it, by what this partition alone knows, and when it may hold by time alone.
    func upcomingRings(_ slot: Int32, at now: Timestamp) -> [UpcomingStep] {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)]
        let rings = Int(record.ring) + 1..<queue.rules.count + 1
        return rings.prefix(queue.rules.isConditional ? Self.ringBound : 1).compactMap { ring in
            guard let start = queue.ringTime(ring, since: record.waitingSince) else { return nil }
            let text = text(ofRing: ring, slot, at: now)
            if start > now || !queue.rules.isConditional { return UpcomingStep(kind: .ring, at: start, text: text) }
            guard queue.ringDeadline(record, at: now) != nil else { return nil }
            let turn = queue.configuration.rings[ring - 1].condition?.nextTurn(of: record.waitingSince, after: now)
            return UpcomingStep(kind: .ring, at: turn, text: text)
        }
    }

    private func text(ofRing ring: Int, _ slot: Int32, at now: Timestamp) -> String {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)]
        let configured = queue.configuration.rings[ring - 1]
        let asked = queue.asks.asked(bringing: requirements[record.requirement], at: ring)?.text ?? "nothing"
        let raised = configured.raise > 0 ? ", and its priority is \(configured.raise) higher" : ""
        guard queue.rules.isConditional else { return "From then on it asks for \(asked)\(raised)." }
        var conditions: [String] = []
        if let condition = configured.condition {
            let moment = localMoment(of: slot, countsAgents: queue.rules.countsAgents, at: now)
            conditions.append(condition.text(at: moment))
        }
        if configured.isSkippedUnstaffed { conditions.append("anybody is signed in who may serve it there") }
        let condition = conditions.isEmpty ? "" : " if " + conditions.joined(separator: ", and ")
        return "It is taken to ring \(ring)\(condition); there it asks for \(asked)\(raised)."
    }
}
