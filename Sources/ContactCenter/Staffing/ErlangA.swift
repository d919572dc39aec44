internal import Foundation

/// The system M/M/n+M: whoever finds all agents busy waits, and gives up after an exponentially distributed patience.
///
/// Palm 1943/1957; Garnett, Mandelbaum, Reiman, "Designing a call center with impatient customers", 2002; Mandelbaum
/// and Zeltyn, "The Palm/Erlang-A queue, with applications to call centers", 2005. There is a long run whatever the load.
///
/// The states' probabilities are summed up from the most probable one outwards, each from its neighbour: all terms are
/// positive and at most 1, so that nothing overflows or cancels at whichever size. The wait offered to a contact has
/// the density λ·p(n-1)·exp(λ(1 - e^(-θx))/θ - nμx) (Baccelli and Hebuterne 1981); with e^(-θx) as the variable its
/// integrals are incomplete gamma functions of shape nμ/θ at λ/θ.
public struct ErlangA: WaitingModel {
    public let delayProbability: Double
    public let meanQueueLength: Double
    public let answeredMeanWaitSeconds: Double
    private let demand: Demand
    private let agents: Int
    private let patienceSeconds: Double

    /// - Parameters:
    ///   - agents: How many there are; above 0.
    ///   - patienceSeconds: Mean time for which a customer is ready to wait, in seconds; above 0.
    public init(_ demand: Demand, agents: Int, patienceSeconds: Double) {
        precondition(agents > 0, "\(agents) agents")
        precondition(patienceSeconds > 0 && patienceSeconds.isFinite, "a patience of \(patienceSeconds) s")
        self.demand = demand
        self.agents = agents
        self.patienceSeconds = patienceSeconds
        let sums = StateSums(demand, agents: agents, patienceSeconds: patienceSeconds)
        delayProbability = sums.delayed / sums.total
        meanQueueLength = sums.waiting / sums.total
        answeredMeanWaitSeconds = sums.answeredWait / (sums.total - sums.delayed + sums.answeredAfterWait)
    }

    public var meanWaitSeconds: Double { abandonment * patienceSeconds }

    /// By Little's law: as many give up as wait, times the rate at which each does.
    public var abandonment: Double {
        demand.arrivalRate > 0 ? meanQueueLength / (demand.arrivalRate * patienceSeconds) : 0
    }

    public var occupancy: Double { demand.load * (1 - abandonment) / Double(agents) }

    public func serviceLevel(within seconds: Double) -> Double {
        guard delayProbability > 0 else { return 1 }
        let answeredLater = shape / place * (share(shape + 1, place) - share(shape + 1, place(after: seconds)))
        return 1 - delayProbability + delayProbability * max(0, answeredLater)
    }

    public func waitTail(beyond seconds: Double) -> Double {
        guard delayProbability > 0 else { return 0 }
        return delayProbability * share(shape, place(after: seconds)) * exp(-seconds / patienceSeconds)
    }

    private var shape: Double { Double(agents) * patienceSeconds / demand.handlingSeconds }
    private var place: Double { demand.arrivalRate * patienceSeconds }
    private func place(after seconds: Double) -> Double { place * exp(-seconds / patienceSeconds) }

    /// An incomplete gamma function over the one that belongs to all who wait.
    private func share(_ shape: Double, _ place: Double) -> Double {
        exp(IncompleteGamma.logLower(shape: shape, place) - IncompleteGamma.logLower(shape: self.shape, self.place))
    }
}

/// Sums over the states of M/M/n+M, in units of the most probable state's probability.
private struct StateSums {
    var total = 0.0
    /// Of the states in which all agents are busy.
    var delayed = 0.0
    /// The same, times how many wait.
    var waiting = 0.0
    /// The same, times the share of those who come then that are answered.
    var answeredAfterWait = 0.0
    /// The same, times their mean wait in seconds.
    var answeredWait = 0.0

    private let agents: Int
    private let arrivalRate: Double
    private let serviceRate: Double
    private let patienceRate: Double

    init(_ demand: Demand, agents: Int, patienceSeconds: Double) {
        self.agents = agents
        arrivalRate = demand.arrivalRate
        serviceRate = 1 / demand.handlingSeconds
        patienceRate = 1 / patienceSeconds
        let mode = mode(demand)
        addBelow(mode)
        addFrom(mode)
    }

    /// The most probable number of contacts in the system.
    private func mode(_ demand: Demand) -> Int {
        if demand.load < Double(agents) { return Int(demand.load) }
        return agents + Int((arrivalRate - Double(agents) * serviceRate) / patienceRate)
    }

    /// The rate at which a contact leaves when there are so many.
    private func departureRate(_ contacts: Int) -> Double {
        Double(min(contacts, agents)) * serviceRate + Double(max(0, contacts - agents)) * patienceRate
    }

    private mutating func addBelow(_ mode: Int) {
        var (state, weight) = (mode, 1.0)
        // What is left out below the last bit of the sum; and how long those wait who come to a queue of some length.
        var queueWait = queueWait(mode)
        while state > 0 {
            weight *= departureRate(state) / arrivalRate
            queueWait -= state >= agents ? 1 / (departureRate(state) + patienceRate) : 0
            state -= 1
            if weight < total * 1e-20 { return }
            add(state, weight, queueWait)
        }
    }

    private mutating func addFrom(_ mode: Int) {
        var (state, weight) = (mode, 1.0)
        var queueWait = queueWait(mode)
        while true {
            add(state, weight, queueWait)
            if arrivalRate == 0 || weight < 1e-300 || state >= agents && weight < delayed * 1e-20 { return }
            state += 1
            weight *= arrivalRate / departureRate(state)
            queueWait += state >= agents ? 1 / (departureRate(state) + patienceRate) : 0
        }
    }

    /// Mean wait of who comes when there are so many contacts, and is answered: one step for each who leaves before.
    private func queueWait(_ contacts: Int) -> Double {
        guard contacts >= agents else { return 0 }
        return (agents...contacts).reversed().reduce(0) { $0 + 1 / (departureRate($1) + patienceRate) }
    }

    private mutating func add(_ state: Int, _ weight: Double, _ queueWait: Double) {
        total += weight
        guard state >= agents else { return }
        delayed += weight
        waiting += weight * Double(state - agents)
        let answered = weight * Double(agents) * serviceRate / (departureRate(state) + patienceRate)
        answeredAfterWait += answered
        answeredWait += answered * queueWait
    }
}
