import Cluster
public import ContactCenter

extension PartitionHost {
    /// A number for a stream, not used before.
    public func makeIncarnation() -> UInt64 { ids.nextNumber() }

    /// Attaches an agent's stream: from here on the agent is reachable, and the subscription is filled.
    ///
    /// - Parameters:
    ///   - incarnation: Tells this attachment from every other; the same one detaches it.
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    /// - Returns: The subscription, or the refusal when there is no such agent.
    public func attach(
        _ agent: AgentID, incarnation: UInt64, after: NoticePosition?, within timeout: Duration? = nil
    ) async throws(CenterError) -> Result<NoticeSubscription, Refusal> {
        let command = Command(
            id: ids.next(at: businessNow()), body: .attachStream(agent, incarnation: incarnation))
        try admit(command)
        let subscription = subscribe(.agent(agent), after: after)
        let result = handle(command)
        if subscription.isFresh { begin(subscription) }
        do { try await durable(within: timeout) } catch {
            detach(agent, incarnation: incarnation, subscription)
            throw error
        }
        guard case .refused(let refusal) = result else { return .success(subscription) }
        hub.cancel(subscription)
        return .failure(refusal)
    }

    /// Detaches an agent's stream; without effect when another has taken its place.
    public func detach(_ agent: AgentID, incarnation: UInt64, _ subscription: NoticeSubscription) {
        hub.cancel(subscription)
        guard closure == nil else { return }
        carryOut(.detachStream(agent, incarnation: incarnation))
    }

    /// Begins a stream of everything that is told to supervisors.
    ///
    /// - Parameter after: Where an earlier stream broke off; nil begins with the whole state.
    public func supervise(after: NoticePosition?) throws(CenterError) -> NoticeSubscription {
        if let closure { throw closure }
        let subscription = subscribe(.supervisors, after: after)
        if subscription.isFresh { begin(subscription) }
        return subscription
    }

    /// Ends a stream that no agent hangs on.
    public func cancel(_ subscription: NoticeSubscription) {
        hub.cancel(subscription)
    }

    /// The next items of a stream, at most `count`; nil when it has ended.
    public nonisolated func nextNotices(
        of subscription: NoticeSubscription, upTo count: Int = 256
    ) async throws(CenterError) -> [NoticeItem]? {
        while true {
            switch try await subscription.next(upTo: count) {
            case .items(let items): return items
            case .ended: return nil
            case .lapsed: try await renew(subscription)
            }
        }
    }

    private func renew(_ subscription: NoticeSubscription) throws(CenterError) {
        if let closure { throw closure }
        if subscription.takeLapse() { begin(subscription) }
    }

    /// Makes a subscription, and begins it at once if everything since `after` is still there.
    private func subscribe(_ audience: Directive.Audience, after: NoticePosition?) -> NoticeSubscription {
        let subscription = hub.subscribe(audience)
        guard let after else { return subscription }
        let missed = hub.log.notices(for: audience, after: after, through: commit.confirmed)
        if let missed, missed.count < limits.noticesWaiting { subscription.begin(with: missed) }
        return subscription
    }

    /// Begins a subscription with the whole state, once that is durable.
    private func begin(_ subscription: NoticeSubscription) {
        let now = businessNow()
        let state: NoticeState =
            switch subscription.audience {
            case .agent(let agent): .agent(floor.state(of: agent))
            case .supervisors: .supervisor(floor.supervisorState(now: now))
            }
        let position = commit.position
        let place = noticeCount.sequence == position ? noticeCount : NoticePosition(sequence: position, number: 0)
        let item = NoticeItem(position: place, content: .reset(state))
        if position <= commit.confirmed, journal.overtaking == .impossible {
            subscription.begin(with: [item])
        } else {
            outputs.append(.reset(subscription, item), at: position, stamp: stamp())
        }
    }
}
