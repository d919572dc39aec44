import ConfigurationFile
import ContactCenter
import Testing
import Wire

@Suite struct CustomerReadingTests {
    private func file(_ customers: String) -> ConfigurationFile {
        ConfigurationFile.read(
            """
            sites: { fra: { time-zone: Europe/Berlin } }
            skills: { billing: Billing }
            capacities: { all: { voice: { maximum: 1 } } }
            queues:
              support: { preferred-agent: { wait: 2m, last: true } }
              sales: {}
            agents: { ann: { site: fra, capacity: all } }
            customers:
            \(customers)
            """)
    }

    @Test func rulesAndPreferredAgentsAreRead() throws {
        let read = file(
            """
              remember: 7d
              rules:
                vip: { when: tier == 'gold', queues: [support], raise: 20, agents: agent.senior, wait: 30s }
                late: { when: customer.contacts >= 2, raise: -5 }
            """)
        #expect(read.problems == [])
        let configuration = try #require(read.configuration)
        #expect(configuration.queues[0].preferredAgents.wait == .seconds(120))
        #expect(configuration.queues[0].preferredAgents.takesLast)
        #expect(configuration.queues[1].preferredAgents == PreferredAgents())
        #expect(configuration.customers.remembered == .seconds(7 * 86_400))
        #expect(configuration.customers.rules.map(\.name) == ["vip", "late"])
        let vip = configuration.customers.rules[0]
        #expect(vip.condition?.text == "tier == 'gold'")
        #expect(vip.queues == ["support"])
        #expect(vip.raise == 20)
        #expect(vip.agents?.text == "agent.senior")
        #expect(vip.wait == .seconds(30))
        #expect(try CenterConfiguration(wireBytes: configuration.wireBytes()) == configuration)
    }

    @Test func whatIsWrongIsReportedWhereItStands() {
        let read = file(
            """
              remember: 5s
              rules:
                a: { when: skill.billing >= 3 }
                b: { queues: [suport], raise: 2000 }
                c: { agents: tier == 'gold', wait: 10s }
                d: { agents: swimming >= 3 }
            """)
        #expect(
            read.problems.map(\.path) == [
                "customers.remember", "customers.rules.a.when", "customers.rules.b.queues", "customers.rules.b.raise",
                "customers.rules.c.agents", "customers.rules.d", "customers.rules.d.agents",
            ])
    }
}
