import ContactCenter
import Foundation
import Testing

@Suite("Erlang C")
struct ErlangCTests {
    /// Load, agents, share that waits, and half a unit of its last digit.
    ///
    /// The first four from the tests of a public Python package `erlang`; then pyworkforce's and R ErlangC's example, 100
    /// calls of 3 minutes in half an hour; mitan.co.uk's, 360 of 4 minutes; Bertsekas and Gallager's curve; and M/M/1,
    /// where a share ρ waits.
    @Test(
        "agrees with printed probabilities",
        arguments: [
            (1, 1, 1, 0), (123, 132, 0.3211, 0.00005), (12_345, 12_421, 0.3812, 0.00005), (1_000, 900, 1, 0),
            (10, 14, 0.1741319335950498, 1e-13), (48, 55, 0.2387, 0.00005), (6, 10, 0.10, 0.005), (0.8, 1, 0.8, 1e-15),
        ] as [(Double, Int, Double, Double)])
    func delay(load: Double, agents: Int, delay: Double, tolerance: Double) {
        let model = ErlangC(Demand(arrivalRate: load, handlingSeconds: 1), agents: agents)
        #expect(abs(model.delayProbability - delay) <= tolerance)
    }

    @Test("agrees with worked examples of waits and service levels")
    func examples() {
        let hotline = ErlangC(Demand(arrivalRate: 100 / 1_800.0, handlingSeconds: 180), agents: 14)
        #expect(abs(hotline.serviceLevel(within: 20) - 0.8883500191794669) < 1e-12)
        #expect(abs(hotline.meanWaitSeconds - 7.83593701177724) < 1e-9)
        #expect(abs(hotline.occupancy - 0.7142857142857143) < 1e-15)
        let center = ErlangC(Demand(arrivalRate: 0.2, handlingSeconds: 240), agents: 55)
        #expect(abs(center.meanWaitSeconds - 8.184) < 0.0005)
        #expect(abs(center.serviceLevel(within: 15) - 0.8459) < 0.00005)
        // Garnett, Mandelbaum and Reiman 2002, table 1: 50 agents, 48 calls a minute of a minute each.
        let patient = ErlangC(Demand(arrivalRate: 0.8, handlingSeconds: 60), agents: 50)
        #expect(abs(patient.meanWaitSeconds - 20.8) < 0.05)
        #expect(abs(patient.waitTail(beyond: 58.1) - 0.1) < 0.0005)
        #expect(abs(patient.meanQueueLength - 17) < 0.5)
        // Bronson, "Operations Research", 1982, examples 23.3, 23.14 and 24.6.
        #expect(
            abs(ErlangC(Demand(arrivalRate: 24, handlingSeconds: 1 / 30.0), agents: 1).meanQueueLength - 3.2) < 1e-12)
        #expect(abs(ErlangC(Demand(arrivalRate: 0.5, handlingSeconds: 1.5), agents: 1).meanWaitSeconds - 4.5) < 1e-12)
        let repairs = ErlangC(Demand(arrivalRate: 300, handlingSeconds: 2 / 365.0), agents: 3)
        #expect(abs(repairs.meanQueueLength - 0.352) < 0.0005)
        #expect(abs(repairs.meanWaitSeconds - 0.001175) < 0.0000005)
        // Hillier and Lieberman, "Introduction to Operations Research", the county hospital: 2 an hour of 20 minutes each.
        let hospital = Demand(arrivalRate: 2, handlingSeconds: 1 / 3.0)
        #expect(abs(ErlangC(hospital, agents: 1).meanWaitSeconds - 2 / 3.0) < 1e-12)
        #expect(abs(ErlangC(hospital, agents: 2).meanWaitSeconds - 1 / 24.0) < 1e-12)
        #expect(abs(ErlangC(hospital, agents: 2).meanQueueLength - 1 / 12.0) < 1e-12)
    }

    @Test(
        "agrees with its defining series to 11 digits, at any size",
        arguments: [(1, 0.5), (7, 1e-3), (14, 10.0), (250, 249.5), (12_345, 11_900.0), (12_345, 12_344.9)]
            as [(Int, Double)])
    func series(agents: Int, load: Double) {
        let model = ErlangC(Demand(arrivalRate: load / 180, handlingSeconds: 180), agents: agents)
        // What the quotient's and the product's rounding takes from the spare agents is in the result too.
        let exact = ErlangSeries.delay(agents: agents, load: load / 180 * 180).high
        #expect(abs(model.delayProbability / exact - 1) < 1e-11)
    }

    @Test("is well-behaved at its ends")
    func ends() {
        let nothing = ErlangC(Demand(arrivalRate: 0, handlingSeconds: 60), agents: 3)
        #expect(nothing.delayProbability == 0 && nothing.meanWaitSeconds == 0 && nothing.meanQueueLength == 0)
        #expect(nothing.serviceLevel(within: 0) == 1)
        let tooMuch = ErlangC(Demand(arrivalRate: 1, handlingSeconds: 60), agents: 60)
        #expect(tooMuch.delayProbability == 1 && tooMuch.meanWaitSeconds == .infinity && tooMuch.occupancy == 1)
        #expect(tooMuch.serviceLevel(within: 1e9) == 0)
    }
}
