import ContactCenter
import Testing

@Suite("Erlang B")
struct ErlangBTests {
    /// Rappaport, "Wireless Communications", 2nd edition 2002, table 3.4: the load in erlangs, to three digits, that so
    /// many channels bear when 1, 0.5, 0.2 and 0.1 % find them all busy.
    static let capacities: [(channels: Int, loads: [Double])] = [
        (2, [0.153, 0.105, 0.065, 0.046]), (4, [0.869, 0.701, 0.535, 0.439]), (5, [1.36, 1.13, 0.900, 0.762]),
        (10, [4.46, 3.96, 3.43, 3.09]), (20, [12.0, 11.1, 10.1, 9.41]), (24, [15.3, 14.2, 13.0, 12.2]),
        (70, [56.1, 53.7, 51.0, 49.2]), (100, [84.1, 80.9, 77.4, 75.2]),
    ]

    @Test("agrees with Rappaport's table of 32 capacities", arguments: capacities)
    func table(channels: Int, loads: [Double]) {
        for (share, load) in zip([0.01, 0.005, 0.002, 0.001], loads) {
            // As far as the last digit can tell.
            let digit = load < 1 ? 0.001 : load < 10 ? 0.01 : 0.1
            #expect(ErlangB.blocking(agents: channels, load: load - digit) < share)
            #expect(ErlangB.blocking(agents: channels, load: load + digit) > share)
        }
    }

    /// A printed example table (codingace.net, "Call blocking probability"), the last from the tests of a public Python
    /// package `erlang`.
    @Test(
        "agrees with printed probabilities",
        arguments: [
            (8, 10, 0.121661), (10, 12, 0.119739), (12.5, 15, 0.100489), (15, 18, 0.086169), (18, 22, 0.065451),
            (123, 132, 0.0312),
        ] as [(Double, Int, Double)])
    func printed(load: Double, agents: Int, blocking: Double) {
        let digit = agents > 100 ? 0.00005 : 0.0000005
        #expect(abs(ErlangB.blocking(agents: agents, load: load) - blocking) <= digit * 1.001)
    }

    @Test(
        "agrees with its defining series to 12 digits, at any size",
        arguments: [
            (1, 0.5), (7, 1e-3), (14, 10.0), (250, 249.5), (2_000, 2_400.0), (12_345, 11_900.0), (12_345, 12_344.9),
        ]
            as [(Int, Double)])
    func series(agents: Int, load: Double) {
        let exact = ErlangSeries.blocking(agents: agents, load: load).high
        #expect(abs(ErlangB.blocking(agents: agents, load: load) / exact - 1) < 1e-12)
    }

    @Test("is well-behaved at its ends")
    func ends() {
        #expect(ErlangB.blocking(agents: 0, load: 3) == 1)
        #expect(ErlangB.blocking(agents: 0, load: 0) == 1)
        #expect(ErlangB.blocking(agents: 5, load: 0) == 0)
        #expect(ErlangB.blocking(agents: 12_345, load: 1e-9) == 0)
        #expect(ErlangB.blocking(agents: 1, load: 1e12) > 0.999_999)
    }

    @Test("finds the fewest agents: 2.5 erlangs at 1 % want 7, and a load of 8.108 wants 15")
    func inverse() {
        #expect(ErlangB.agents(blockingAtMost: 0.01, load: 2.5) == 7)
        // erlang.com, "How much traffic can a trunk group handle": 15 lines at 1 % bear 8.108 erlangs.
        #expect(ErlangB.agents(blockingAtMost: 0.01, load: 8.108) == 15)
        #expect(ErlangB.agents(blockingAtMost: 0.01, load: 8.109) == 16)
        #expect(ErlangB.agents(blockingAtMost: 1, load: 100) == 0)
    }
}
