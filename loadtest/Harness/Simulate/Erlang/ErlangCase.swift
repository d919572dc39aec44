import ContactCenter

/// A single queue that Erlang's formulas tell the waits of.
public struct ErlangCase: Hashable, Sendable {
    /// Arrivals in the mean of a handling time.
    public var load: Double
    /// How many agents serve it.
    public var agents: Int
    /// Mean patience over mean handling time; nil where nobody gives up.
    public var patience: Double?

    public init(load: Double, agents: Int, patience: Double? = nil) {
        self.load = load
        self.agents = agents
        self.patience = patience
    }

    /// What Erlang A, or C where nobody gives up, says, when contacts take so many seconds.
    func model(handlingSeconds: Double) -> any WaitingModel {
        let demand = Demand(arrivalRate: load / handlingSeconds, handlingSeconds: handlingSeconds)
        guard let patience else { return ErlangC(demand, agents: agents) }
        return ErlangA(demand, agents: agents, patienceSeconds: patience * handlingSeconds)
    }
}
