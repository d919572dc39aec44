import ContactCenter

/// Measures the core, first the bare matching and then the whole floor, at a large scale and at a small one.
public struct CoreBenchmark: Sendable {
    private let large: CoreScale
    private let small: CoreScale

    public init(large: CoreScale = .large, small: CoreScale = .small) {
        self.large = large
        self.small = small
    }

    /// Carries it out; a round takes some twenty seconds.
    ///
    /// - Parameters:
    ///   - rounds: How many times; at least 1. What else runs on the machine only ever adds, so each figure is that of the
    ///     round with the least median.
    ///   - progress: Told what is under way.
    /// - Throws: ``CoreError`` when the core does something else than is to be measured.
    public func run(rounds: Int, progress: (String) -> Void) throws -> CoreReport {
        var report = try round(progress)
        for _ in 1..<rounds { report.keepLeast(of: try round(progress)) }
        return report
    }

    private func round(_ progress: (String) -> Void) throws -> CoreReport {
        progress("reference loop")
        var loop = ReferenceLoop()
        let reference = loop.latencies()
        let measuredSmall = try measure(small, progress)
        let measuredLarge = try measure(large, progress)
        progress("routing with 100 rules and 6 sites")
        var routing = RoutingWorkload()
        return CoreReport(
            reference: reference, large: measuredLarge, small: measuredSmall, routing: try routing.run())
    }

    private func measure(_ scale: CoreScale, _ progress: (String) -> Void) throws -> CoreReport.Measurements {
        progress("floor with \(scale.waiting) waiting contacts and \(scale.agents) agents")
        var floor = try FloorWorkload(scale: scale)
        let floorFigures = try floor.run()
        progress("matching with \(scale.waiting) waiting contacts and \(scale.agents) agents")
        var matching = try MatchingWorkload(scale: scale)
        return CoreReport.Measurements(scale: scale, matching: matching.run(), floor: floorFigures)
    }
}
