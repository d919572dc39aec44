/// How the calls of a task are made; set with ``CallOptions/$current`` for a scope.
public struct CallOptions: Hashable, Sendable {
    /// The options of the calls made by the current task.
    @TaskLocal public static var current = CallOptions()

    /// How long a call may take, in protocol time; 5 s unless stated.
    ///
    /// A call made while another is served never takes longer than is left to that one.
    public var deadline: Duration
    /// Protocol time at which the call that is being served ends; nil outside of one.
    var limit: Duration?

    public init(deadline: Duration = .seconds(5)) {
        self.deadline = deadline
        limit = nil
    }

    /// How long a call begun at `now` may take; not above zero when it is too late for one.
    func remaining(at now: Duration) -> Duration {
        guard let limit else { return deadline }
        return min(deadline, limit - now)
    }

    /// Runs `body` with another deadline for the calls it makes.
    public static func withDeadline<Result>(
        _ deadline: Duration, _ body: () async throws -> Result
    ) async rethrows -> Result {
        var options = current
        options.deadline = deadline
        return try await $current.withValue(options, operation: body)
    }
}
