import Testing
import Wire

@testable import ContactCenter

@Suite("A condition")
struct ConditionTests {
    @Test("asks for what holds at the moment and for the contact, never for an agent")
    func names() throws {
        var moment = ConditionMoment(waited: 30, predictedWait: 90, staffed: 0, channel: .voice)
        moment.customer = "+49 30 1"
        moment.attributes = Attributes(["tier": .text("gold"), "orders": .number(12), "waited": .truth(true)])
        for text in [
            "waited >= 30", "ewt > 60 AND staffed == 0", "idle == 0", "waiting < 1", "priority == 0",
            "channel == 'voice'", "customer IN ('+49 30 1')", "tier == 'gold'", "contact.tier == 'gold'", "orders > 10",
            "contact.waited", "NOT vip", "ewt IN (90, 91)",
        ] {
            #expect(try Condition(parsing: text).expression.isMet(at: moment), "\(text)")
        }
        for text in ["waited > 30", "staffed > 0", "tier", "vip"].dropLast(2) + ["vip", "customer == 'x'"] {
            #expect(try !Condition(parsing: text).expression.isMet(at: moment), "\(text)")
        }
        moment.predictedWait = nil
        #expect(try !Condition(parsing: "ewt > 0").expression.isMet(at: moment))
    }

    @Test(
        "says what is wrong with its text",
        arguments: [
            ("skill.billing >= 3", "asks for an agent"), ("agent.site == 'fra'", "asks for an agent"),
            ("waited == 'long'", "numbers"), ("customer > 3", "texts"), ("staffed", "numbers"),
            ("", "the condition is empty"),
        ])
    func mistakes(text: String, part: String) {
        #expect { try Condition(parsing: text) } throws: { "\($0)".contains(part) }
    }

    @Test("is read back from its canonical text, and changes by time where it compares waits")
    func canonical() throws {
        let condition = try Condition(parsing: "(waited>=30 or waited > 60) and contact.customer == 'x' and level >= 2")
        #expect(condition.text == "(waited >= 30 OR waited > 60) AND contact.customer == 'x' AND contact.level >= 2")
        #expect(try Condition(parsing: condition.text) == condition)
        #expect(try Condition(wireBytes: condition.wireBytes()) == condition)
        #expect(condition.turns == [30_000_000, 30_000_001, 60_000_000, 60_000_001])
    }

    @Test("comes out of a table as it does part by part", arguments: 1...20 as ClosedRange<UInt64>)
    func table(seed: UInt64) throws {
        var generator = ConditionGenerator(random: SeededGenerator(seed: seed))
        let conditions = try (0..<40).map { _ in
            generator.random.below(10) == 0 ? nil : try Condition(parsing: generator.expression())
        }
        var table = ConditionTable(conditions)
        for _ in 0..<50 {
            let moment = generator.moment()
            table.begin()
            for (number, condition) in conditions.enumerated() {
                #expect(
                    table.isMet(number, at: moment) == condition?.expression.isMet(at: moment) ?? true,
                    "\(condition?.text ?? "")")
                guard let condition else { continue }
                #expect(condition.unmetClauses(at: moment).isEmpty == condition.expression.isMet(at: moment))
                #expect(try Condition(parsing: condition.text) == condition)
            }
        }
    }
}

/// Makes conditions and moments that have much to do with each other.
struct ConditionGenerator {
    var random: SeededGenerator

    mutating func expression(depth: Int = 3) -> String {
        switch depth == 0 ? 9 : random.below(10) {
        case 0, 1: "(\(expression(depth: depth - 1)) OR \(expression(depth: depth - 1)))"
        case 2, 3: "(\(expression(depth: depth - 1)) AND \(expression(depth: depth - 1)))"
        case 4: "NOT (\(expression(depth: depth - 1)))"
        default: clause()
        }
    }

    private mutating func clause() -> String {
        let number = random.below(4)
        let comparison = random.pick(["==", "!=", "<", "<=", ">", ">="])
        switch random.below(6) {
        case 0: return "tier == '\(random.pick(["gold", "free"]))'"
        case 1: return random.pick(["vip", "NEVER", "channel == 'voice'", "customer != 'a'"])
        case 2: return "level \(comparison) \(number)"
        default: return "\(random.pick(["waited", "ewt", "staffed", "idle", "waiting"])) \(comparison) \(number)"
        }
    }

    mutating func moment() -> ConditionMoment {
        var moment = ConditionMoment(
            waited: Double(random.below(4)), predictedWait: random.below(3) == 0 ? nil : Double(random.below(4)),
            staffed: random.below(4), idle: random.below(4), waiting: random.below(4), priority: random.below(4),
            customer: random.pick([nil, "a", "b"]), channel: random.pick([.voice, .chat]))
        if random.below(2) == 0 { moment.attributes["tier"] = .text(random.pick(["gold", "free"])) }
        if random.below(2) == 0 { moment.attributes["vip"] = .truth(random.below(2) == 0) }
        if random.below(2) == 0 { moment.attributes["level"] = .number(Double(random.below(4))) }
        return moment
    }
}
