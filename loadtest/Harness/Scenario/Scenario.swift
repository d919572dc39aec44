/// What is played: who comes in when, and how customers and agents behave.
public struct Scenario: Sendable {
    /// The file's name without its ending.
    public var name: String
    /// For people; may be empty.
    public var label = ""
    /// How long contacts come in.
    public var duration: Duration = .seconds(60)
    /// Decides about everything that is left to chance.
    public var seed: UInt64 = 1
    /// The configuration that it is played on.
    public var center: CenterSource = .current
    /// When contacts come in.
    public var arrivals = ArrivalPattern()
    /// The kinds of contacts; one that fits every queue when there is none.
    public var contacts: [ContactKind] = []
    /// How agents behave.
    public var agents = AgentBehaviour()
    /// How many contacts are opened, and wait, before the agents become available.
    public var backlog = 0
    /// Whether another contact is opened whenever one ends, so that the backlog stays as long as it is.
    public var keepsBacklog = false
    /// Looks for the most lives a second first; nil to play the arrivals at once.
    public var saturation: Saturation?
    /// How long contacts that are there when the arrivals end may take to end by themselves.
    public var drain: Duration = .seconds(10)
    /// The most requests under way at once.
    public var connections = 128
    /// How it is played in virtual time.
    public var simulation = SimulationPlan()

    public init(name: String) { self.name = name }
}
