import ContactCenter

extension QueueView {
    /// Two slices of one queue as one.
    func joined(with other: QueueView) -> QueueView {
        var whole = self
        whole.waiting += other.waiting
        whole.offered += other.offered
        whole.connected += other.connected
        whole.oldest = [oldest, other.oldest].compactMap { $0 }.min()
        whole.staffed += other.staffed
        whole.idle += other.idle
        // A contact may come in at either.
        whole.expectedWait = [expectedWait, other.expectedWait].compactMap { $0 }.max()
        whole.figures = figures.joined(with: other.figures)
        return whole
    }
}

extension SiteView {
    /// A site as two partitions see it, each with the agents who are at home there.
    func joined(with other: SiteView) -> SiteView {
        var whole = self
        whole.contacts += other.contacts
        whole.signedIn += other.signedIn
        whole.idle += other.idle
        return whole
    }
}

extension QueueFigures {
    /// What two slices of one queue have done.
    func joined(with other: QueueFigures) -> QueueFigures {
        var whole = self
        whole.opened += other.opened
        whole.answered += other.answered
        whole.answeredWithinThreshold += other.answeredWithinThreshold
        whole.abandoned += other.abandoned
        whole.abandonedWithinThreshold += other.abandonedWithinThreshold
        whole.timedOut += other.timedOut
        whole.completed += other.completed
        whole.refused += other.refused
        whole.answeredWait += other.answeredWait
        whole.handleTime += other.handleTime
        return whole
    }
}

extension FloorFigures {
    /// How much two floors hold; every floor knows every agent, so those are counted once.
    func joined(with other: FloorFigures) -> FloorFigures {
        var whole = self
        whole.waiting += other.waiting
        whole.offered += other.offered
        whole.connected += other.connected
        whole.wrapUp += other.wrapUp
        whole.ended += other.ended
        whole.sessions += other.sessions
        whole.agents = max(agents, other.agents)
        whole.agentsSignedIn += other.agentsSignedIn
        whole.agentsIdle += other.agentsIdle
        whole.results += other.results
        whole.deferred += other.deferred
        return whole
    }
}
