/// Where a contact stands in its queue, and how long it will still wait.
public struct WaitForecast: Hashable, Sendable {
    /// Its place among all who wait in the queue; 1 for who is next.
    public var position: Int
    /// EWT: how long until an agent answers, in whole seconds; nil when nobody who may take it serves the queue.
    public var expectedWait: Duration?

    /// A forecast with these figures.
    public init(position: Int, expectedWait: Duration?) {
        self.position = position
        self.expectedWait = expectedWait
    }
}
