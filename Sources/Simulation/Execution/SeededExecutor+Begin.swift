extension SeededExecutor {
    /// Begins a task that runs here with all that it awaits.
    ///
    /// Unstructured on purpose: a simulated process ends by its jobs being dropped, which no task group would allow.
    public func begin(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        Task(executorPreference: self) { await body() }
    }
}
