import ContactCenter
import Testing

@Suite("Staffing for a target")
struct StaffingTargetTests {
    @Test("pyworkforce's example: 100 calls of 3 minutes in half an hour, 80 % within 20 seconds, want 14")
    func serviceLevel() {
        let demand = Demand(arrivalRate: 100 / 1_800.0, handlingSeconds: 180)
        let target = StaffingTarget.serviceLevel(0.8, withinSeconds: 20)
        #expect(demand.agents(for: target, patienceSeconds: nil) == 14)
    }

    @Test(
        "one agent fewer would not do",
        arguments: [
            .serviceLevel(0.8, withinSeconds: 20), .meanWait(atMostSeconds: 3), .delay(atMost: 0.1),
            .abandonment(atMost: 0.02),
        ] as [StaffingTarget], [0.01, 0.8, 200])
    func fewest(target: StaffingTarget, rate: Double) {
        let demand = Demand(arrivalRate: rate, handlingSeconds: 60)
        let agents = demand.agents(for: target, patienceSeconds: 120)
        #expect(target.isMet(by: ErlangA(demand, agents: agents, patienceSeconds: 120)))
        guard agents > 1 else { return }
        #expect(!target.isMet(by: ErlangA(demand, agents: agents - 1, patienceSeconds: 120)))
        let patient = demand.agents(for: .delay(atMost: 0.1), patienceSeconds: nil)
        #expect(ErlangC(demand, agents: patient).delayProbability <= 0.1)
    }

    @Test("nothing to do wants one agent")
    func nothing() {
        let demand = Demand(arrivalRate: 0, handlingSeconds: 60)
        #expect(demand.agents(for: .delay(atMost: 0.01), patienceSeconds: nil) == 1)
    }
}
