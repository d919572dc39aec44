import ContactCenter
import History

extension LoadRun {
    /// Begins to let contacts come in.
    func beginArrivals() {
        isArriving = true
        arrivalsBegan = now
        nextArrival = arrivals.next()
        arrive()
    }

    /// Opens whatever was to come in by now.
    func arrive() {
        let passed = now - arrivalsBegan
        while let plan = nextArrival, scaled(plan.at, ifTrace: options.trace) <= passed {
            open(plan, intended: arrivalsBegan + scaled(plan.at, ifTrace: options.trace))
            nextArrival = arrivals.next()
        }
        guard let next = nextArrival else {
            isArriving = false
            return
        }
        after(arrivalsBegan + scaled(next.at, ifTrace: options.trace) - now, .arrivals)
    }

    /// A trace's times are business time; a scenario's are the run's.
    private func scaled(_ time: Int64, ifTrace trace: TracePlan?) -> Int64 { trace == nil ? time : scaled(time) }

    func open(_ plan: PlannedContact, intended: Int64) {
        let place = lives.count
        lives.append(ContactLife(plan: plan, intended: intended))
        liveCount += 1
        measures.counts.arrivals += 1
        measures.second(intended) { $0.arrivals += 1 }
        let template = plan.opening
        let verb = Invocation.Verb.open(
            Invocation.Opening(
                channel: template.channel, queue: template.queue, attributes: template.attributes,
                requirement: template.requirement, priority: template.priority))
        let node = options.staysNear ? nodes.next() : nil
        let body = template.body(at: node.map { nodes.sites[$0] })
        command(.open(life: place), verb, due: intended, at: node) {
            connectorWriter.post("/v1/contacts", key: $0, body: body)
        }
    }

    func opened(_ place: Int, _ contact: ContactID?) {
        guard let contact, lives[place].id == nil else { return }
        lives[place].id = contact
        measures.counts.opened += 1
        acceptances?[contact.partition, default: []].append(now)
        measures.opening.record(now - lives[place].intended)
        if lifePlaces.updateValue(place, forKey: contact.rawValue) != nil { measures.counts.doubled += 1 }
        if lives[place].stage == .opening { lives[place].stage = .waiting }
        if lives[place].isCutOff { abandon(place) }
        if let early = earlyContacts.removeValue(forKey: contact.rawValue) {
            firstOffer(place, at: early.offeredAt, atOnce: early.atOnce)
            if let agent = early.acceptedBy { begin(place, with: agent, contact) }
        }
        if let patience = lives[place].plan.patience {
            after(scaled(patience) - (now - lives[place].intended), .patience(life: place))
        }
    }

    func openingRefused(_ place: Int) {
        measures.counts.refused += 1
        end(place, .refused)
    }

    func losePatience(_ place: Int) {
        guard lives[place].stage == .waiting, !lives[place].isCutOff else { return }
        abandon(place)
    }

    func abandon(_ place: Int) {
        guard let contact = lives[place].id, !lives[place].isLeaving else { return }
        lives[place].isLeaving = true
        lives[place].wait = businessSpan(now - lives[place].intended)
        let near = options.staysNear ? sites.site(of: contact).flatMap { nodes.nodes(of: $0).first } : nil
        command(.abandon(life: place), .abandon(contact), at: near) {
            connectorWriter.post("/v1/contacts/\(contact)/abandon", key: $0)
        }
    }

    func abandoned(_ place: Int) {
        lives[place].isUncertain = lives[place].acceptsSent > 0
        guard !lives[place].isAnswered else { return }
        if lives[place].isCutOff {
            measures.counts.cutOff += 1
        } else {
            lives[place].isAbandoned = true
            measures.counts.abandoned += 1
            measures.second(now) { $0.abandoned += 1 }
            let wait = lives[place].wait ?? 0
            measures.abandonedWaits += wait
            if wait <= center.threshold(of: lives[place].plan.opening.queue) { measures.abandonedWithinThreshold += 1 }
            count(place, wait: wait) { $0.abandoned += 1 }
        }
        end(place, .ended)
    }

    /// The contact is no longer there to be abandoned: it was answered meanwhile, or ended by its queue's limits.
    func abandonRefused(_ place: Int) {
        guard lives[place].stage == .waiting, let contact = lives[place].id else { return }
        read(contact)
    }

    /// A contact's life is over.
    func end(_ place: Int, _ stage: ContactLife.Stage) {
        guard !lives[place].isOver else { return }
        lives[place].stage = stage
        liveCount -= 1
        if stage == .ended { measures.second(now) { $0.ended += 1 } }
        if outstanding > 0, liveCount < outstanding { openAnother() }
    }

    /// Keeps as many contacts alive as the search for the most asks for.
    func openAnother() {
        guard let plan = arrivals.any() else { return }
        open(plan, intended: now)
    }

    func count(_ place: Int, wait: Int64, _ change: (inout GroupCounts) -> Void) {
        let group = lives[place].plan.group
        guard measures.groups.indices.contains(group) else { return }
        change(&measures.groups[group])
        measures.groups[group].waited += Double(wait) / 1_000_000
    }

    func businessSpan(_ microseconds: Int64) -> Int64 { Int64(Double(microseconds) * center.clock.rate) }
}
