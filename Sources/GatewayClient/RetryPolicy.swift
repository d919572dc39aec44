/// What is done when a request fails in a way that may pass: the connection fails, or the gateway answers 429, 503
/// or 504.
public struct RetryPolicy: Hashable, Sendable {
    /// How many times a request is sent at most; 1 for no retries.
    public var attempts: Int
    /// The pause before the second attempt, where the gateway names none; it doubles from then on.
    public var firstPause: Duration
    /// The longest pause; a longer one asked for by the gateway ends the retries.
    public var longestPause: Duration

    public init(attempts: Int = 8, firstPause: Duration = .milliseconds(50), longestPause: Duration = .seconds(5)) {
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// Every request is sent once.
    public static let never = RetryPolicy(attempts: 1)

    /// The pause after `attempt`, counted from 1, half of it left to chance; nil when there is no further attempt.
    func pause(after attempt: Int, asked: Duration?, random: inout some RandomNumberGenerator) -> Duration? {
        guard attempt < attempts else { return nil }
        if let asked { return asked <= longestPause ? asked : nil }
        let doubled = firstPause * Double(1 << min(attempt - 1, 16))
        return min(doubled, longestPause) * Double.random(in: 0.5...1, using: &random)
    }
}
