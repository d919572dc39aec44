internal import Foundation

/// The delay system M/M/n: whoever finds all agents busy waits, for however long it takes.
///
/// Erlang 1917; in this form Cooper, "Introduction to Queueing Theory", 2nd edition 1981, section 3.5.
public struct ErlangC: WaitingModel {
    public let delayProbability: Double
    private let demand: Demand
    private let agents: Int

    /// - Parameter agents: How many there are; above 0. With as much load as agents, or more, everybody waits for ever.
    public init(_ demand: Demand, agents: Int) {
        precondition(agents > 0, "\(agents) agents")
        self.demand = demand
        self.agents = agents
        let blocking = ErlangB.blocking(agents: agents, load: demand.load)
        let spare = Double(agents) - demand.load
        delayProbability = spare > 0 ? Double(agents) * blocking / (spare + demand.load * blocking) : 1
    }

    /// How fast the wait of those who wait ends, a second: it is exponentially distributed.
    private var rate: Double { (Double(agents) - demand.load) / demand.handlingSeconds }

    public var meanWaitSeconds: Double { rate > 0 ? delayProbability / rate : .infinity }
    public var answeredMeanWaitSeconds: Double { meanWaitSeconds }
    public var abandonment: Double { 0 }
    public var meanQueueLength: Double { demand.arrivalRate > 0 ? demand.arrivalRate * meanWaitSeconds : 0 }
    public var occupancy: Double { min(1, demand.load / Double(agents)) }

    public func serviceLevel(within seconds: Double) -> Double { 1 - waitTail(beyond: seconds) }

    public func waitTail(beyond seconds: Double) -> Double {
        rate > 0 ? delayProbability * exp(-rate * seconds) : 1
    }
}
