import Testing
import Wire

@testable import ContactCenter

@Suite("A relaxed requirement")
struct RelaxationTests {
    @Test(
        "asks for lower levels, and not for skills that are left out",
        arguments: [
            ("billing >= 5 AND orders > 3", 2, [], "billing >= 3 AND orders > 1"),
            ("billing >= 2", 5, [], "billing >= 1"),
            ("billing < 5 AND NOT orders >= 5", 2, [], "billing < 5 AND NOT orders >= 5"),
            ("billing >= 5 AND tier == 'gold'", 0, ["billing"], "tier == 'gold'"),
            ("NOT (billing >= 5 AND orders >= 2)", 0, ["billing"], "NOT orders >= 2"),
        ] as [(String, Int, [SkillID], String)])
    func examples(text: String, levels: Int, without: [SkillID], expected: String) throws {
        let relaxation = Relaxation(levels: levels, without: without)
        let relaxed = try Requirement(parsing: text).parts.expression.relaxed(relaxation)
        // Who has left out a skill behind NOT may have it or not.
        guard text.hasPrefix("NOT (") else {
            #expect(relaxed.text == expected)
            return
        }
        #expect(relaxed == .always)
    }

    @Test(
        "is met by everybody who met it before, and is the same when read back",
        arguments: 1...20 as ClosedRange<UInt64>)
    func isWider(seed: UInt64) throws {
        var generator = RequirementGenerator(random: SeededGenerator(seed: seed))
        for _ in 0..<100 {
            guard let requirement = try? Requirement(parsing: generator.expression()) else { continue }
            let without: [SkillID] = generator.random.below(2) == 0 ? [] : [generator.random.pick(["a", "b", "vip"])]
            let relaxation = Relaxation(levels: generator.random.below(4), without: without)
            let relaxed = Requirement(requirement.parts.expression.relaxed(relaxation).renumbered())
            for _ in 0..<20 {
                let (agent, contact) = (generator.profile(), generator.attributes())
                guard requirement.isMet(by: agent, contact: contact) else { continue }
                #expect(relaxed.isMet(by: agent, contact: contact), "\(requirement) made \(relaxed)")
            }
            guard relaxed.parts.expression != .always else { continue }
            let read = try Requirement(wireBytes: relaxed.wireBytes())
            #expect(read == relaxed)
            #expect(read.parts.expression == relaxed.parts.expression, "clauses are numbered otherwise")
        }
    }
}
