/// What customers are to be served like.
public enum StaffingTarget: Hashable, Sendable {
    /// At least this share of all contacts, below 1, is answered within so many seconds.
    case serviceLevel(Double, withinSeconds: Double)
    /// The mean wait of all contacts is at most so many seconds, above 0.
    case meanWait(atMostSeconds: Double)
    /// At most this share of contacts, above 0, waits.
    case delay(atMost: Double)
    /// At most this share of contacts, above 0, gives up.
    case abandonment(atMost: Double)

    /// Whether a queue keeps to it.
    public func isMet(by model: some WaitingModel) -> Bool {
        switch self {
        case .serviceLevel(let share, let seconds): model.serviceLevel(within: seconds) >= share
        case .meanWait(let seconds): model.meanWaitSeconds <= seconds
        case .delay(let share): model.delayProbability <= share
        case .abandonment(let share): model.abandonment <= share
        }
    }

    /// Whether some number of agents keeps to it.
    fileprivate var isReachable: Bool {
        switch self {
        case .serviceLevel(let share, let seconds): share < 1 && seconds >= 0
        case .meanWait(let limit), .delay(let limit), .abandonment(let limit): limit > 0
        }
    }
}

extension Demand {
    /// The fewest agents with whom a target is met. Complexity: O(agents · log agents).
    ///
    /// - Parameter patienceSeconds: Mean patience of customers, in seconds; nil when they wait for ever.
    public func agents(for target: StaffingTarget, patienceSeconds: Double?) -> Int {
        precondition(target.isReachable, "no number of agents reaches \(target)")
        func isMet(by agents: Int) -> Bool {
            guard let patienceSeconds else { return target.isMet(by: ErlangC(self, agents: agents)) }
            return target.isMet(by: ErlangA(self, agents: agents, patienceSeconds: patienceSeconds))
        }
        var enough = 1
        while !isMet(by: enough) { enough *= 2 }
        var tooFew = enough / 2
        while enough - tooFew > 1 {
            let middle = (enough + tooFew) / 2
            if isMet(by: middle) { enough = middle } else { tooFew = middle }
        }
        return enough
    }
}
