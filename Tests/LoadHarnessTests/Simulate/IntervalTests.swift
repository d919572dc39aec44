import Testing

@testable import LoadHarness

@Suite("Confidence intervals")
struct IntervalTests {
    /// Any table of Student's t, such as Abramowitz and Stegun 26.10.
    @Test(
        "Student's t agrees with its tables",
        arguments: [
            (0.975, 1, 12.706), (0.975, 4, 2.776), (0.975, 9, 2.262), (0.975, 30, 2.042), (0.995, 9, 3.250),
            (0.9995, 5, 6.869), (0.975, 100_000, 1.960),
        ] as [(Double, Int, Double)])
    func quantiles(probability: Double, freedom: Int, quantile: Double) {
        #expect(abs(StudentT.quantile(probability, freedom: freedom) - quantile) < 0.00051)
    }

    @Test("of five values")
    func five() {
        let interval = Interval([2, 4, 4, 4, 6])
        #expect(interval.mean == 4)
        // Standard deviation √2, over √5, times 2.776.
        #expect(abs(interval.halfWidth - 1.7558) < 0.001)
        #expect(interval.contains(5.7) && !interval.contains(5.8) && interval.contains(2.3))
        #expect(Interval([2, 4, 4, 4, 6], confidence: 0.99).halfWidth > interval.halfWidth)
        #expect((10 + interval).mean == 14)
    }

    @Test("of one value is as wide as that")
    func one() {
        #expect(Interval([3]).halfWidth == 3)
        #expect(Interval([]).mean == 0)
    }
}
