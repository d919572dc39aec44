/// Where a contact stands in its queue: answer of `GET /v1/contacts/{id}/wait`, and the data of a `wait` event.
public struct ContactWait: Codable, Hashable, Sendable {
    /// Its place among all who wait in its queue, 1 for who is next; 0 when it does not wait.
    public var position: Int
    /// EWT: in how many seconds an agent is expected to answer; nil when it does not wait, or nobody who may take it
    /// serves the queue.
    public var expectedWaitSeconds: Double?

    /// A place and an expected wait.
    public init(position: Int, expectedWaitSeconds: Double?) {
        self.position = position
        self.expectedWaitSeconds = expectedWaitSeconds
    }
}
