import ConfigurationFile
import ContactCenter
import Testing

@Suite struct ConfigurationDifferenceTests {
    private func configuration(_ edit: (String) -> String = { $0 }) throws -> CenterConfiguration {
        let file = ConfigurationFile.read(edit(try Fixture.sample()))
        #expect(file.problems == [])
        return try #require(file.configuration)
    }

    private func changes(_ edit: (String) -> String) throws -> [String] {
        ConfigurationDifference.between(try configuration(), try configuration(edit)).map(\.description)
    }

    @Test func nothingChangesBetweenEquals() throws {
        #expect(try changes { $0 } == [])
    }

    @Test func changedValuesAreShownOldAndNew() throws {
        let changes = try changes {
            $0.replacing("offer-timeout: 20s", with: "offer-timeout: 1m30s")
                .replacing("maximum-length: 500", with: "maximum-length: 400")
                .replacing("{ language.de: 10, support: 5 }", with: "{ language.de: 10, support: 6 }")
        }
        #expect(
            changes == [
                "~ settings.offer-timeout: 20s → 1m30s",
                "~ queues.support.maximum-length: 500 → 400",
                "~ agents.greta.skills.support: 5 → 6",
            ])
    }

    @Test func ringsAreShownWithWhatTheyWaitForAndChange() throws {
        let changes = try changes {
            $0.replacing("waited > 14400 OR ewt > 7200, relax: { levels: 1 }", with: "ewt > 7200, sites: fra")
        }
        #expect(
            changes == [
                "~ queues.mail.rings: when waited > 14400 OR ewt > 7200: levels 1 lower, priority 5 higher → "
                    + "when ewt > 7200: sites fra, priority 5 higher"
            ])
    }

    @Test func customersAreShownRuleByRule() throws {
        let changes = try changes {
            $0.replacing("  remember: 7d", with: "  remember: 30d")
                .replacing("  # rules:", with: "  rules:").replacing("  #   vip:", with: "    vip:")
                .replacing("    order: most-skilled", with: "    preferred-agent: { wait: 2m, last: true }")
        }
        #expect(
            changes == [
                "~ queues.sales.order: most-skilled → longest-idle",
                "+ queues.sales.preferred-agent: wait 2m, last",
                "~ customers.remember: 7d → 30d",
                "+ customers.rules.vip: when: tier == 'gold', raise: 20, agents: agent.senior, wait: 30s",
            ])
    }

    @Test func whatComesAndGoesIsOneChange() throws {
        let changes = try changes {
            $0.replacing("  training: Training\n", with: "  coaching: Coaching\n")
                .replacing("    queues: [support]           # new, telephone only\n", with: "")
        }
        #expect(
            changes == [
                "- reasons.training: label: Training", "+ reasons.coaching: label: Coaching",
                "- agents.greta.queues: support",
            ])
    }

    @Test func orderOfAgentsCounts() throws {
        var new = try configuration()
        new.agents.swapAt(0, 1)
        let changes = ConfigurationDifference.between(try configuration(), new)
        #expect(changes.map(\.path) == ["agents (order)"])
        #expect(changes.first?.new?.hasPrefix("ben, ana, clara") == true)
    }
}
