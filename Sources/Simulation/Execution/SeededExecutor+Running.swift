extension SeededExecutor {
    /// Runs jobs, and moves time on whenever none is ready, until `isDone`, or `bound` jobs were run, or nothing is
    /// left to wait for.
    ///
    /// - Returns: How many jobs were run.
    public func run(
        upTo bound: Int = .max, movingOn time: VirtualTime, until isDone: () -> Bool = { false }
    ) -> Int {
        var steps = 0
        while steps < bound, !isDone() {
            if step() {
                steps += 1
            } else if !time.moveOn() {
                break
            }
        }
        return steps
    }
}
