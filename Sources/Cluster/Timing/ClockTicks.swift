/// One tick after each pause, by a clock; ends when the task is cancelled.
///
/// For periodic work: `for await _ in clock.ticks(every: pause) { … }`. The pause begins when the work is done, so
/// slow work is not done twice in a row.
public struct ClockTicks: AsyncSequence, Sendable {
    let clock: any ProtocolClock
    let pause: Duration

    public func makeAsyncIterator() -> Iterator { Iterator(ticks: self) }

    /// Waits for tick after tick.
    public struct Iterator: AsyncIteratorProtocol {
        let ticks: ClockTicks

        public func next() async -> Void? {
            do { return try await ticks.clock.sleep(until: ticks.clock.now + ticks.pause) } catch { return nil }
        }
    }
}

extension ProtocolClock {
    /// One tick after each pause, until the task is cancelled.
    public func ticks(every pause: Duration) -> ClockTicks { ClockTicks(clock: self, pause: pause) }
}
