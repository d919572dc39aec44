import ContactCenter
import Foundation
import Wire

/// How many times a second one core answers `open at`, beside the least that any calendar of weeks must do.
public struct OpenAtRate: Hashable, Codable, Sendable {
    /// Answers a second.
    public let openAtPerSecond: Double
    /// Looks a second into a table of the week's minutes, by a division: the floor.
    public let floorPerSecond: Double

    /// Measures it over instants of two thousand years in random order.
    ///
    /// - Throws: ``HarnessError/Code/measurement`` when the zone is not installed.
    public static func measured(zone: String = "Europe/Berlin", rounds: Int = 500) throws(HarnessError) -> OpenAtRate {
        guard let rules = ZoneRules.installed(zone) else {
            throw HarnessError(.measurement, "Time zone \(zone) is not installed; install tzdata.")
        }
        var random = SeededGenerator(seed: 7)
        let span = 946_684_800..<4_102_444_800
        let sampled = SampledCalendar(years: 2000..<2100, closing: span, &random)
        let calendar = BusinessCalendar(
            sampled.configuration(zone: zone), rules: rules, closures: sampled.closures)
        // Nine tenths within a hundred years, one within two thousand.
        let instants = (0..<1 << 14).map { number in
            Timestamp(second: span.lowerBound + random.below(number % 10 == 0 ? 2_000 * 31_556_952 : span.count))
        }
        let week = (0..<10_080).map { _ in random.below(2) == 0 }
        let open = rate(of: instants, rounds) { calendar.isOpen(at: $0) }
        let floor = rate(of: instants, rounds) { week[Int($0.microseconds / 60_000_000 % 10_080)] }
        return OpenAtRate(openAtPerSecond: open, floorPerSecond: floor)
    }

    private static func rate(of instants: [Timestamp], _ rounds: Int, _ ask: (Timestamp) -> Bool) -> Double {
        let clock = ContinuousClock()
        // Short rounds, of which some are not interrupted by what else the machine does.
        var best = Duration.seconds(3_600)
        var opened = 0
        for _ in 0..<rounds {
            let took = clock.measure { for instant in instants where ask(instant) { opened += 1 } }
            best = min(best, took)
        }
        precondition(opened > 0, "nothing was open at any of \(instants.count) instants")
        return Double(instants.count) / best.inSeconds
    }
}
