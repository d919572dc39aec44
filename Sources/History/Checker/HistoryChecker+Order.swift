import ContactCenter

/// Whether offers were made in order: by priority and age within a class.
///
/// The offers are gone through in the order of their reservation ids, which is the order in which they were made,
/// beside the contacts in the order in which they began to wait. A contact counts as waiting at an offer only when
/// that is certain:
/// - from its opening, when its `enqueuedAt` is earlier than the offer's `offeredAt`;
/// - from the end of an offer that was not accepted, when that end's position is before the offer's;
/// - until its own next offer, or its `endedAt`, or the end of the run if it is shown live after every command that
///   may have ended it;
/// - and only as long as no offer is missing, since a missing one might have been its own.
///
/// It had to go first when it is of the same queue, channel, requirement and ring, its priority is higher, or the
/// same with an earlier `enqueuedAt`, the agent may serve it, and the agent had not been offered it before (agents
/// are spared what they turned down).
///
/// Only offers to agents who are at home in the contact's own partition are judged: who else may come first, others
/// decide, who know of it only after a while. An offer to an agent of another partition ends the waiting of its contact
/// all the same.
///
/// A waiting contact's ring is that of its own next offer, which it may have reached in between. It was in it already
/// when a contact that began to wait later was, unless it had been on offer itself meanwhile: rings are reached in the
/// order of age. Of contacts that no offer tells the ring of, none is judged in a queue with rings; in a queue whose
/// order is another, none at all.
extension HistoryChecker {
    mutating func checkOrder() {
        let partitions = Set(offers.map(\.seen.id.partition)).sorted()
        for partition in partitions {
            let places = offers.indices.filter { offers[$0].seen.id.partition == partition }
                .sortedByDenseKey { offers[$0].seen.id.count }
            var sweep = OrderSweep(arrivals: arrivals(partition), returns: returns(partition))
            // Offers are numbered from 1: before the first that was seen some may be missing too.
            var previous: UInt64 = 0
            var isBehindGap = false
            for place in places {
                let count = offers[place].seen.id.count
                if count != previous + 1 { isBehindGap = true }
                previous = count
                judge(place, isBehindGap: isBehindGap, &sweep)
                // Contacts are let in at the partition's own offers alone, and only there a gap is left behind.
                if isOwn(offers[place]) { isBehindGap = false }
            }
        }
    }

    /// The contacts of a partition whose first wait is known, by when it began.
    private func arrivals(_ partition: UInt16) -> [Int] {
        contacts.indices.filter { place in
            let contact = contacts[place]
            return contact.id.partition == partition && contact.opening != nil && contact.enqueuedAt != nil
                && !contact.isMoved
        }.sorted { left, right in
            (contacts[left].enqueuedAt?.microseconds ?? 0, contacts[left].id)
                < (contacts[right].enqueuedAt?.microseconds ?? 0, contacts[right].id)
        }
    }

    /// The offers of a partition behind whose end their contacts wait again, by where they ended.
    private func returns(_ partition: UInt16) -> [Int] {
        offers.indices.filter { place in
            let offer = offers[place]
            let contact = contacts[offer.contact]
            return offer.seen.id.partition == partition && offer.endPosition != nil && offer.outcome != .accepted
                && !contact.isMoved && contact.opening != nil && isOwn(offer)
        }.sorted { left, right in
            guard let first = offers[left].endPosition, let second = offers[right].endPosition else { return false }
            return first < second
        }
    }

    /// Whether the offer was made by the contact's own partition: its agent is at home there.
    func isOwn(_ offer: OfferRecord) -> Bool {
        guard let home = configurations.last?.agent(offer.seen.agent)?.home else { return true }
        return home == offer.seen.id.partition
    }

    private mutating func judge(_ place: Int, isBehindGap: Bool, _ sweep: inout OrderSweep) {
        let offer = offers[place]
        let isJudged = isOwn(offer)
        if isJudged {
            admitArrivals(&sweep, before: offer)
            admitReturns(&sweep, before: offer)
        }
        if isBehindGap { sweep.forget() }
        guard let key = key(of: offer.contact, at: offer), !contacts[offer.contact].isMoved,
            !contacts[offer.contact].isCalledBack
        else {
            if isJudged { report.offersNotJudged += 1 }
            return
        }
        let member = WaitingClass.Member(
            priority: offer.seen.priority, enqueuedAt: offer.seen.enqueuedAt, contact: offer.contact)
        for other in sweep.prefix(of: key, before: member)
        where isJudged && wasSurelyInRing(key.ring, other, at: offer) && wasPassedOver(other, by: offer) {
            violated(
                .order,
                "contact \(offer.seen.contact) (priority \(member.priority), enqueued \(member.enqueuedAt.microseconds)) "
                    + "was offered to agent \(offer.seen.agent) while contact \(contacts[other.contact].id) (priority "
                    + "\(other.priority), enqueued \(other.enqueuedAt.microseconds)) of the same class waited",
                lines: [contacts[other.contact].line, offer.line])
            break
        }
        sweep.remove(key, member)
    }

    /// Whether a contact of the same class was in its ring by then.
    private func wasSurelyInRing(_ ring: Int, _ other: WaitingClass.Member, at offer: OfferRecord) -> Bool {
        guard ring > 0 else { return true }
        return other.enqueuedAt < offer.seen.enqueuedAt
            && !contacts[other.contact].offers.contains { offers[$0].seen.id < offer.seen.id }
    }

    private mutating func wasPassedOver(_ other: WaitingClass.Member, by offer: OfferRecord) -> Bool {
        let contact = contacts[other.contact]
        if other.priority == offer.seen.priority, other.enqueuedAt == offer.seen.enqueuedAt { return false }
        if let ended = contact.endedAt, ended <= offer.seen.offeredAt { return false }
        if contact.offers.contains(where: { offers[$0].agent == offer.agent && offers[$0].seen.id < offer.seen.id }) {
            return false
        }
        return mayServe(offer.agent, other.contact, offer)
    }

    private func admitArrivals(_ sweep: inout OrderSweep, before offer: OfferRecord) {
        while let contact = sweep.nextArrival, let enqueued = contacts[contact].enqueuedAt,
            enqueued < offer.seen.offeredAt
        {
            sweep.nextArrivalWasAdmitted()
            let closing = contacts[contact].offers.min { offers[$0].seen.id < offers[$1].seen.id }
            if let closing, offers[closing].seen.id < offer.seen.id { continue }
            admit(contact, closing: closing, &sweep)
        }
    }

    private func admitReturns(_ sweep: inout OrderSweep, before offer: OfferRecord) {
        guard let position = offer.seen.position, isFresh(offer) else { return }
        while let ended = sweep.nextReturn, let end = offers[ended].endPosition, end < position {
            sweep.nextReturnWasAdmitted()
            let contact = offers[ended].contact
            let later = contacts[contact].offers.filter { offers[$0].seen.id > offers[ended].seen.id }
            let closing = later.min { offers[$0].seen.id < offers[$1].seen.id }
            if let closing, offers[closing].seen.id < offer.seen.id { continue }
            let taken = contacts[contact].firstTakenLine
            if taken != 0, closing.map({ taken < offers[$0].line }) ?? true { continue }
            admit(contact, closing: closing, &sweep)
        }
    }

    /// Whether the offer was certainly made in the life of the node in which it was received.
    private func isFresh(_ offer: OfferRecord) -> Bool {
        offer.segment == 0 || contacts[offer.contact].openingLine > restartLines[offer.segment - 1]
    }

    /// Lets a contact wait, when it is certain until when it does.
    private func admit(_ contact: Int, closing: Int?, _ sweep: inout OrderSweep) {
        let record = contacts[contact]
        guard !record.isCalledBack, let opening = record.opening, let enqueuedAt = record.enqueuedAt else { return }
        guard closing != nil || record.endedAt != nil || (record.isShownLive && record.isShown && report.isComplete)
        else { return }
        if closing == nil, configurations.last?.queue(opening.queue)?.rings.isEmpty == false { return }
        guard let closing = closing ?? record.offers.last else {
            let priority = opening.priority ?? configurations.last?.queue(opening.queue)?.priority
            guard let priority, configurations.count == 1, let key = key(of: contact, at: nil) else { return }
            sweep.insert(key, .init(priority: priority, enqueuedAt: enqueuedAt, contact: contact))
            return
        }
        guard let key = key(of: contact, at: offers[closing]) else { return }
        sweep.insert(key, .init(priority: offers[closing].seen.priority, enqueuedAt: enqueuedAt, contact: contact))
    }

    /// The class a contact is in when it is offered; nil when its ring is not known.
    private func key(of contact: Int, at offer: OfferRecord?) -> OrderSweep.Key? {
        let record = contacts[contact]
        guard let opening = record.opening, let configuration = configurations.last else { return nil }
        guard let queue = configuration.queue(opening.queue), queue.isOrderedOtherwise != true else { return nil }
        guard let ring = queue.rings.isEmpty ? 0 : offer?.seen.ring else { return nil }
        return OrderSweep.Key(
            queue: opening.queue, channel: opening.channel, requirement: opening.requirement ?? queue.requirement,
            ring: ring)
    }
}
