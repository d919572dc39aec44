/// What a single queue of equal agents comes to in the long run, first come first served.
public protocol WaitingModel: Sendable {
    /// The share of contacts that find all agents busy, and wait.
    var delayProbability: Double { get }
    /// Mean wait of all contacts, those included that do not wait, and those that give up, in seconds; infinite when the
    /// queue grows without end.
    var meanWaitSeconds: Double { get }
    /// Mean wait of the contacts that are answered, in seconds.
    var answeredMeanWaitSeconds: Double { get }
    /// The share of contacts that give up.
    var abandonment: Double { get }
    /// Mean number of contacts that wait.
    var meanQueueLength: Double { get }
    /// The share of their time for which agents are busy.
    var occupancy: Double { get }

    /// The share of all contacts that are answered within a time, in seconds; 0 or more.
    func serviceLevel(within seconds: Double) -> Double
    /// The share of all contacts that wait for longer than a time, whether they are answered then or not.
    func waitTail(beyond seconds: Double) -> Double
}
