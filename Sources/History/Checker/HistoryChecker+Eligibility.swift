import ContactCenter

extension HistoryChecker {
    /// Judges of every offer whether its agent may serve its contact.
    mutating func checkEligibility() {
        for offer in offers where !isEligible(offer) {
            violated(
                .ineligible,
                "contact \(offer.seen.contact) was offered to agent \(offer.seen.agent), who does not serve queue "
                    + "\(offer.seen.queue) or does not meet what it asks",
                lines: [contacts[offer.contact].line, offer.line])
        }
    }

    /// Whether the agent may serve the contact by the configuration in force when the offer was received, or by the
    /// one before, which may have been in force when it was made. True where too little is known.
    private mutating func isEligible(_ offer: OfferRecord) -> Bool {
        let contact = contacts[offer.contact]
        guard offer.configuration >= 0, let opening = contact.opening, !contact.isDirect else { return true }
        for place in max(0, offer.configuration - 1)...offer.configuration {
            guard let agent = configurations[place].agent(offer.seen.agent) else { continue }
            for asked in requirements(of: contact, opening, offer, in: place)
            where configurations[place].serves(agent, offer.seen.queue, asked, opening.attributes) {
                return true
            }
            if contact.isMoved, contact.movedRequirements.isEmpty { return true }
        }
        return false
    }

    /// Everything that the contact may have asked when it was offered.
    private func requirements(
        of contact: ContactRecord, _ opening: Invocation.Opening, _ offer: OfferRecord, in place: Int
    ) -> [String?] {
        let queue = configurations[place].queue(offer.seen.queue)
        let rings = queue?.rings ?? []
        // What is left of a requirement that a contact brought is not recorded.
        if queue?.changesBrought == true, opening.requirement != nil { return [nil] }
        var asked: [String?] = []
        if let ring = offer.seen.ring, ring > 0 {
            if ring <= rings.count { asked.append(rings[ring - 1]) }
        } else {
            asked.append(opening.requirement ?? queue?.requirement)
            if offer.seen.ring == nil { asked += rings }
        }
        if contact.isMoved {
            asked.append(queue?.requirement)
            asked += contact.movedRequirements.map { $0.requirement }
            asked += rings
        }
        return asked
    }

    /// Whether the agent may serve the contact as it was opened, and in the ring of another contact's offer.
    mutating func mayServe(_ agent: Int, _ contact: Int, _ offer: OfferRecord) -> Bool {
        guard offer.configuration >= 0, let opening = contacts[contact].opening else { return false }
        for place in max(0, offer.configuration - 1)...offer.configuration {
            guard let profile = configurations[place].agent(agents[agent].id) else { return false }
            let queue = configurations[place].queue(opening.queue)
            if queue?.changesBrought == true, opening.requirement != nil { return false }
            var asked = opening.requirement ?? queue?.requirement
            if let ring = offer.seen.ring, ring > 0 {
                guard let rings = queue?.rings, ring <= rings.count else { return false }
                asked = rings[ring - 1]
            }
            guard configurations[place].serves(profile, opening.queue, asked, opening.attributes) else { return false }
        }
        return true
    }
}
