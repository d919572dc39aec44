import ContactCenter
import Testing
import Wire

@Suite struct RequirementParsingTests {
    @Test(arguments: [
        ("language.fr>=3 and(billing >=5 or vip)", "language.fr >= 3 AND (billing >= 5 OR vip)"),
        ("((a >= 1))", "a >= 1"),
        ("a >= 1 AND (b >= 1 AND c >= 1)", "a >= 1 AND b >= 1 AND c >= 1"),
        ("(a >= 1 AND b >= 1) OR c >= 1", "a >= 1 AND b >= 1 OR c >= 1"),
        ("not (a >= 1 or vip)", "NOT (a >= 1 OR vip)"),
        ("not not vip", "NOT NOT vip"),
        ("skill.billing >= 3", "billing >= 3"),
        ("skill.billing", "skill.billing"),
        ("skill.contact.x >= 3", "skill.contact.x >= 3"),
        ("skill.and >= 1", "skill.and >= 1"),
        ("skill.3d >= 1", "skill.3d >= 1"),
        ("contact.tier == \"gold\"", "tier == 'gold'"),
        ("contact.amount > 1e3", "contact.amount > 1000"),
        ("contact.vip", "contact.vip"),
        ("agent.site in ('fra','nyc')", "agent.site IN ('fra', 'nyc')"),
        ("tags has 'it\\'s'", "tags HAS \"it's\""),
        ("vip == true", "vip == TRUE"),
        ("x < -0.5", "x < -0.5"),
        ("x == -0", "x == 0"),
        ("never", "NEVER"),
    ])
    func writesCanonicalText(source: String, canonical: String) throws {
        let requirement = try Requirement(parsing: source)
        #expect(requirement.text == canonical)
        let again = try Requirement(parsing: canonical)
        #expect(again == requirement)
        #expect(again.hashValue == requirement.hashValue)
        #expect(again.text == canonical)
    }

    @Test(arguments: [
        ("", 1, "the requirement is empty; leave it out to ask for nothing, or write for example billing >= 3"),
        ("billing >=", 11, "expected a number after >= at the end, column 11; write for example billing >= 3"),
        ("billing >= AND x", 12, "expected a number after >= at column 12; write for example billing >= 3"),
        ("billing >= many", 12, "expected a value after >= at column 12; a text stands in quotes: 'many'"),
        ("billing = 3", 9, "= at column 9 compares nothing; write == for equal"),
        ("!vip", 1, "! at column 1 compares nothing; write != for unequal, or NOT before a clause"),
        ("(vip", 5, "expected AND, OR or ) at the end, column 5; close the ( at column 1"),
        ("vip)", 4, "expected AND, OR or the end at column 4; there is no ( for this )"),
        ("vip gold", 5, "expected AND, OR or the end at column 5; join clauses by AND"),
        ("tier IN 'gold'", 9, "expected ( after IN at column 9; write for example tier IN ('gold', 'silver')"),
        (
            "tier IN ('gold'", 16,
            "expected , or ) after a value at the end, column 16; "
                + "write for example tier IN ('gold', 'silver')"
        ),
        ("tier HAS gold", 10, "expected a text in quotes after HAS at column 10; write for example tier HAS 'gold'"),
        ("tier == 'gold", 9, "the text that begins at column 9 has no end; close it with '"),
        ("a >= 5x", 6, "5x at column 6 is no number; write for example 3 or -2.5"),
        ("a >= 0x1F", 6, "0x1F at column 6 is no number; write for example 3 or -2.5"),
        (
            "tier NOT IN ('a')", 6,
            "expected a comparison, IN or HAS at column 6; "
                + "NOT stands before the name: NOT tier IN (…)"
        ),
        ("skill.a == 'x'", 1, "the level of a at column 1 can only be compared with numbers; write for example a >= 3"),
        ("contact. == 'x'", 1, "the name at column 1 must have 1 to 64 characters; it has 0"),
        (
            "a >= 1 & b", 8,
            "cannot read the character & at column 8; "
                + "a clause looks like billing >= 3 or tier == 'gold'"
        ),
        ("a == 'x\\n'", 8, "a \\ stands only before a quote or another \\, not at column 8; write \\\\ for one \\"),
    ])
    func saysWhatIsWrongAndWhere(source: String, column: Int, message: String) {
        let error = #expect(throws: RequirementError.self) { try Requirement(parsing: source) }
        #expect(error?.message == message)
        #expect(error?.column == column)
    }

    @Test func boundsLengthDepthAndClauses() {
        func code(_ text: String) -> RequirementError.Code? {
            do throws(RequirementError) {
                _ = try Requirement(parsing: text)
                return nil
            } catch {
                return error.code
            }
        }
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
        }
        func clauses(_ count: Int) -> String { Array(repeating: "a>1", count: count).joined(separator: " or ") }
        #expect(code(String(repeating: " ", count: 1_023) + "a") == nil)
        #expect(code(String(repeating: " ", count: 1_024) + "a") == .tooLong)
        #expect(code(nested(32)) == nil)
        #expect(code(nested(33)) == .tooDeep)
        #expect(code(String(repeating: "NOT ", count: 33) + "a") == .tooDeep)
        #expect(code(clauses(64)) == nil)
        #expect(code(clauses(65)) == .tooManyClauses)
        #expect(code("x IN (" + Array(repeating: "1e14", count: 200).joined(separator: ",") + ")") == nil)
        #expect(code(String(repeating: "n", count: 65) + " >= 1") == .invalidName)
    }

    @Test func crossesTheWireAsText() throws {
        let requirement = try Requirement(parsing: "language.fr >= 3 AND (billing >= 5 OR vip)")
        #expect(try Requirement(wireBytes: requirement.wireBytes()) == requirement)
        #expect(requirement.wireBytes() == requirement.text.wireBytes())
        #expect(throws: WireError.self) { try Requirement(wireBytes: "billing >=".wireBytes()) }
        #expect(throws: WireError.self) {
            try Requirement(wireBytes: (String(repeating: " ", count: 16_384) + "a").wireBytes())
        }
    }

    @Test func namesItsSkills() throws {
        let requirement = try Requirement(
            parsing: "b >= 1 AND (skill.a OR vip) AND NOT b < 5 AND contact.x AND t == 'x'")
        #expect(requirement.skills == ["a", "b", "vip"])
        #expect(requirement.mentionsContact)
        #expect(try !Requirement(parsing: "b >= 1 AND agent.site == 'fra'").mentionsContact)
    }
}
