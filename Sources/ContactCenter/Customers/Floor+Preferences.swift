/// Contacts that wait for some agents before everybody gets them.
///
/// What such a contact asks of agents is what it asks anyway and that they are of those preferred: matching, other
/// partitions and explanations need to know of nothing else. It waits no longer than it is worth: until its time is over,
/// nobody of those preferred is signed in, or all who are have turned it down.
extension Floor {
    /// How often it is looked whether anybody preferred is still there, in microseconds.
    private static let preferenceLook: Int64 = 1_000_000

    /// Whether a contact that nobody preferred is free for goes on waiting for them.
    mutating func isWorthWaiting(_ slot: Int32, _ group: ClassIndex, at now: Timestamp) -> Bool {
        let record = contacts[slot]
        guard let open = preferences[record.id], now < open.until else { return false }
        var there = matching.count(in: membership.signedIn, for: group)
        for peer in peers { there += matching.count(in: peer.signedIn, for: group) }
        guard !record.exclusions.isEmpty(at: now) else { return there > 0 }
        for place in 0..<4 {
            let agent = record.exclusions.agents[place]
            guard agent >= 0, matching.mayServe(AgentSlot(Int(agent)), group) else { continue }
            if membership.signedIn.contains(agent) { there -= 1 }
            for peer in peers where peer.signedIn.contains(agent) { there -= 1 }
        }
        return there > 0
    }

    /// When it is looked again whether a waiting contact goes on waiting for those preferred.
    func preferenceDeadline(of contact: ContactID, at now: Timestamp) -> Timestamp? {
        guard let open = preferences[contact] else { return nil }
        guard now < open.until else { return open.until }
        let looks = max(0, open.since.microseconds(to: now)) / Self.preferenceLook + 1
        return min(open.until, open.since.advanced(byMicroseconds: looks * Self.preferenceLook))
    }

    mutating func changePreferred(_ id: ContactID, _ steps: [Preference], at now: Timestamp) {
        guard let slot = contacts.slot(of: id), contacts[slot].state == .queued, !steps.isEmpty else { return }
        leave(slot)
        preferences[id] = OpenPreferences(steps: steps, since: now)
        contacts[slot].hasPreference = true
        enter(slot, at: now)
        pendingContacts.append(slot)
    }

    /// The next preference follows; behind the last everybody may have the contact who may serve it.
    mutating func changePreferenceEnded(_ id: ContactID, at now: Timestamp) {
        guard let slot = contacts.slot(of: id), contacts[slot].state == .queued, var open = preferences[id] else {
            return
        }
        leave(slot)
        open.steps.removeFirst()
        open.since = now
        if open.steps.isEmpty { dropPreferences(of: slot) } else { preferences[id] = open }
        enter(slot, at: now)
        pendingContacts.append(slot)
    }

    /// Nobody is preferred any more: the contact is about to be taken, to go elsewhere, or to end.
    mutating func dropPreferences(of slot: Int32) {
        guard contacts[slot].hasPreference else { return }
        preferences[contacts[slot].id] = nil
        contacts[slot].hasPreference = false
    }

    /// What happens to a contact that waits for those preferred, for people.
    func upcomingPreference(of contact: ContactID) -> UpcomingStep? {
        guard let open = preferences[contact], let first = open.steps.first else { return nil }
        let next = open.steps.dropFirst().first.map { "those of \($0.agents.text) (\($0.reason))" } ?? "everybody"
        return UpcomingStep(
            kind: .preference, at: open.until,
            text:
                "It waits for \(first.agents.text) (\(first.reason)) until then, no longer than any of them is signed "
                + "in; then for \(next) who may serve it.")
    }
}
