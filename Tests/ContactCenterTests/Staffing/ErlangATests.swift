import ContactCenter
import Foundation
import Testing

@Suite("Erlang A")
struct ErlangATests {
    /// Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers", 2002, table 1: 50 agents, 48
    /// calls a minute of a minute each, a patience of two minutes.
    @Test("agrees with the figures of Garnett, Mandelbaum and Reiman")
    func impatientCustomers() {
        let model = ErlangA(Demand(arrivalRate: 0.8, handlingSeconds: 60), agents: 50, patienceSeconds: 120)
        #expect(abs(model.abandonment - 0.031) < 0.0005)
        #expect(abs(model.meanWaitSeconds - 3.7) < 0.05)
        #expect(abs(model.waitTail(beyond: 12.5) - 0.1) < 0.0015)
        #expect(abs(model.meanQueueLength - 3) < 0.5)
        #expect(abs(model.occupancy - 0.93) < 0.005)
    }

    /// Where customers are as patient as contacts take to handle, there are as many contacts as in M/M/∞: Poisson, whose
    /// tables (such as Molina, "Poisson's Exponential Binomial Limit", 1942) give the share that finds an agent free.
    @Test(
        "agrees with Poisson's tables where patience equals handling time",
        arguments: [
            (5, 5, 0.4405), (5, 10, 0.9682), (10, 10, 0.4579), (10, 15, 0.9165), (10, 20, 0.9965), (15, 15, 0.4657),
            (15, 20, 0.8752), (20, 20, 0.4703), (20, 25, 0.8432),
        ] as [(Double, Int, Double)])
    func poisson(load: Double, agents: Int, fewer: Double) {
        let model = ErlangA(Demand(arrivalRate: load / 60, handlingSeconds: 60), agents: agents, patienceSeconds: 60)
        #expect(abs(1 - model.delayProbability - fewer) < 0.000051)
    }

    @Test(
        "agrees with Palm's series to 10 digits, at any size and load",
        arguments: [
            (1, 0.5, 0.5), (3, 5.0, 2.0), (50, 48, 2), (60, 51, 1 / 3.0), (400, 388, 0.25), (2_000, 1_940, 3),
            (12_345, 12_000, 0.5), (12_345, 12_345, 0.01), (12_345, 12_400, 2), (500, 560, 1),
        ] as [(Int, Double, Double)])
    func series(agents: Int, load: Double, patience: Double) {
        let model = ErlangA(
            Demand(arrivalRate: load, handlingSeconds: 1), agents: agents, patienceSeconds: patience)
        let (delay, abandonment) = ErlangSeries.delayAndAbandonment(agents: agents, load: load, patience: patience)
        #expect(abs(model.delayProbability / delay.high - 1) < 1e-10)
        #expect(abs(model.abandonment / abandonment.high - 1) < 1e-10)
        #expect(abs(model.meanWaitSeconds / (abandonment.high * patience) - 1) < 1e-10)
    }

    /// The wait that is offered has the density e^(λ(1 - e^(-θx))/θ - nμx), up to a factor.
    @Test(
        "waits and service levels are the integrals of the density of the offered wait",
        arguments: [
            (3, 5.0, 2.0), (50, 48, 2), (60, 51, 1 / 3.0), (400, 388, 0.25), (12_345, 12_300, 0.5), (500, 560, 1),
        ]
            as [(Int, Double, Double)])
    func density(agents: Int, load: Double, patience: Double) {
        let model = ErlangA(
            Demand(arrivalRate: load, handlingSeconds: 1), agents: agents, patienceSeconds: patience)
        let peak = max(0, patience * log(load / Double(agents)))
        func exponent(_ wait: Double) -> Double {
            load * patience * (1 - exp(-wait / patience)) - Double(agents) * wait
        }
        func density(_ wait: Double) -> Double { exp(exponent(wait) - exponent(peak)) }
        let end = peak + 40 * max(1 / Double(agents), (patience / Double(agents)).squareRoot())
        func integral(to limit: Double, _ weight: (Double) -> Double) -> Double {
            simpson(to: limit) { density($0) * weight($0) } / simpson(to: end, density) * model.delayProbability
        }
        let survival = { (wait: Double) in exp(-wait / patience) }
        for time in [0, end / 200, end / 20, end / 4] {
            let answered = 1 - model.delayProbability + integral(to: time, survival)
            #expect(abs(model.serviceLevel(within: time) - answered) < 1e-8)
            let waiting = (model.delayProbability - integral(to: time) { _ in 1 }) * survival(time)
            #expect(abs(model.waitTail(beyond: time) - waiting) < 1e-8)
        }
        let answered = 1 - model.delayProbability + integral(to: end, survival)
        #expect(abs(1 - model.abandonment - answered) < 1e-8)
        let wait = integral(to: end) { $0 * survival($0) } / answered
        #expect(abs(model.answeredMeanWaitSeconds / wait - 1) < 1e-6)
    }

    @Test("tends to Erlang C with patience, and to Erlang B without any")
    func limits() {
        let demand = Demand(arrivalRate: 9, handlingSeconds: 1)
        let patient = ErlangA(demand, agents: 10, patienceSeconds: 1e7)
        #expect(abs(patient.delayProbability - ErlangC(demand, agents: 10).delayProbability) < 1e-5)
        #expect(abs(patient.meanWaitSeconds - ErlangC(demand, agents: 10).meanWaitSeconds) < 1e-4)
        let impatient = ErlangA(demand, agents: 10, patienceSeconds: 1e-7)
        #expect(abs(impatient.abandonment - ErlangB.blocking(agents: 10, load: 9)) < 1e-5)
    }

    @Test("is well-behaved at its ends")
    func ends() {
        let nothing = ErlangA(Demand(arrivalRate: 0, handlingSeconds: 60), agents: 3, patienceSeconds: 60)
        #expect(nothing.delayProbability == 0 && nothing.meanWaitSeconds == 0 && nothing.abandonment == 0)
        #expect(nothing.serviceLevel(within: 0) == 1 && nothing.waitTail(beyond: 0) == 0)
        // Ten times too much: nine in ten give up, and agents are never idle.
        let flood = ErlangA(Demand(arrivalRate: 1_000, handlingSeconds: 60), agents: 6_000, patienceSeconds: 180)
        #expect(abs(flood.abandonment - 0.9) < 1e-9 && abs(flood.occupancy - 1) < 1e-9)
        #expect(abs(flood.delayProbability - 1) < 1e-12)
        #expect(abs(flood.answeredMeanWaitSeconds / (180 * log(10)) - 1) < 0.001)
        // Of hardly any contacts, hardly one waits.
        let quiet = ErlangA(Demand(arrivalRate: 1e-9, handlingSeconds: 60), agents: 12_345, patienceSeconds: 60)
        #expect(quiet.delayProbability == 0 && quiet.meanWaitSeconds == 0 && quiet.serviceLevel(within: 0) == 1)
    }

    /// Simpson's rule from 0 on.
    private func simpson(to end: Double, _ function: (Double) -> Double) -> Double {
        let steps = 20_000
        let width = end / Double(2 * steps)
        var sum = 0.0
        for step in 0..<steps {
            let start = Double(2 * step) * width
            sum += function(start) + 4 * function(start + width) + function(start + 2 * width)
        }
        return sum * width / 3
    }
}
