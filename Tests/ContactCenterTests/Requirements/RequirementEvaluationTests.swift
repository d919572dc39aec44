import ContactCenter
import Testing

@Suite struct RequirementEvaluationTests {
    private let agent = AgentProfile(
        skills: ["billing": 3, "language.fr": 5], attributes: Attributes(["desk": .text("red")]), site: "fra")

    @Test(arguments: [
        ("billing >= 3", true), ("billing > 3", false), ("billing == 3", true), ("billing != 3", false),
        ("sales >= 1", false), ("sales < 1", true), ("sales == 0", true), ("billing IN (1, 3)", true),
        ("skill.billing", true), ("skill.sales", false), ("billing", true), ("sales", false),
        ("agent.site == 'fra'", true), ("agent.desk IN ('red', 'blue')", true), ("agent.desk HAS 'red'", true),
        ("agent.desk > 3", false), ("agent.desk != 3", true), ("agent.floor == 'x'", false),
        ("agent.floor != 'x'", true), ("NOT agent.floor == 'x'", true), ("NEVER", false),
    ])
    func asksTheAgent(text: String, isMet: Bool) throws {
        #expect(try Requirement(parsing: text).isMet(by: agent, contact: Attributes()) == isMet)
    }

    @Test(arguments: [
        ("vip", true), ("contact.vip", true), ("closed", false), ("missing", false), ("zero", false), ("empty", false),
        ("amount", true), ("contact.amount > 10", true), ("amount > 10", false), ("tier == 'gold'", true),
        ("tier != 'gold'", false), ("tier >= 'a'", true), ("missing != 'gold'", true), ("missing == 'gold'", false),
        ("tags HAS 'b'", true), ("tags HAS 'c'", false), ("tags == 'b'", false), ("vip == TRUE", true),
        ("closed == FALSE", true), ("closed != FALSE", false), ("vip < TRUE", false), ("tier == TRUE", false),
    ])
    func asksTheContact(text: String, isMet: Bool) throws {
        let contact = Attributes([
            "vip": .truth(true), "closed": .truth(false), "zero": .number(0), "empty": .text(""),
            "amount": .number(20), "tier": .text("gold"), "tags": .list(["a", "b"]),
        ])
        #expect(try Requirement(parsing: text).isMet(by: agent, contact: contact) == isMet)
    }

    @Test func aContactCannotPassForAnAgentsLevel() throws {
        let contact = Attributes(["billing": .number(10)])
        #expect(try !Requirement(parsing: "billing >= 5").isMet(by: agent, contact: contact))
    }

    @Test func residualKeepsWhatTheAgentMustAnswer() throws {
        let requirement = try Requirement(parsing: "language.fr >= 3 AND (billing >= 5 OR vip)")
        #expect(requirement.residual(for: Attributes(["vip": .truth(true)]))?.text == "language.fr >= 3")
        #expect(
            requirement.residual(for: Attributes(["vip": .truth(false)]))?.text == "language.fr >= 3 AND billing >= 5")
        #expect(
            requirement.residual(for: Attributes())?.text == "language.fr >= 3 AND (billing >= 5 OR skill.vip)")
        #expect(try Requirement(parsing: "NOT closed").residual(for: Attributes(["closed": .truth(false)])) == nil)
        #expect(try Requirement(parsing: "contact.vip AND a >= 1").residual(for: Attributes())?.text == "NEVER")
    }

    @Test func saysWhichClausesFailAndWhatThereIsInstead() throws {
        let requirement = try Requirement(
            parsing: "language.fr >= 3 AND (billing >= 5 OR contact.vip) AND NOT agent.site == 'fra' AND tier == 'gold'"
        )
        let unmet = requirement.unmetClauses(by: agent, contact: Attributes(["tier": .text("silver")]))
        #expect(
            unmet.map(\.description) == [
                "billing >= 5 (has 3)", "contact.vip (not known)", "NOT agent.site == 'fra' (has 'fra')",
                "tier == 'gold' (has 'silver')",
            ])
        #expect(requirement.unmetClauses(by: agent, contact: Attributes(["tier": .text("gold")])).count == 3)
    }

    @Test func levelsAreLimitedToTen() {
        let profile = AgentProfile(skills: ["a": 99, "b": 0, "c": -1], site: "fra")
        #expect(profile.skills.map(\.level) == [10])
        #expect(profile.level(of: "a") == 10)
        #expect(profile.level(of: "b") == 0)
    }
}
