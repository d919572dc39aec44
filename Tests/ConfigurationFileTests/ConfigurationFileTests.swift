import ConfigurationFile
import ContactCenter
import Testing
import Wire

@Suite struct ConfigurationFileTests {
    @Test func sampleIsSound() throws {
        let file = ConfigurationFile.read(try Fixture.sample())
        #expect(file.problems == [])
        let configuration = try #require(file.configuration)
        #expect(configuration.queues.map(\.id) == ["support", "sales", "mail"])
        #expect(configuration.agents.count == 12)
        #expect(configuration.agents.map(\.id).first == "ana")
        #expect(configuration.agents[6].queues == ["support"])
        #expect(configuration.calendars[0].weekly.count == 7)
        #expect(configuration.queues[0].rings.map(\.after) == [.seconds(30), .seconds(90)])
        #expect(configuration.queues[0].serviceLevelTarget == 0.8)
        #expect(configuration.queues[2].maximumWait == .seconds(3 * 86_400))
        #expect(configuration.problems() == [])
    }

    @Test func ringsMayHaveConditions() throws {
        let source = try Fixture.sample().replacing(
            "    rings:\n      - { after: 45s, requirement: language.en >= 2 }\n",
            with: """
                    sites: fra
                    point-worth: 30s
                    weight: 1.5
                    rings:
                      - { when: tier == 'gold' AND waited > 5, raise: 10 }
                      - { after: 45s, when: staffed == 0, relax: { levels: 2, without: orders }, skip-if-unstaffed: true }
                      - { after: 60s, sites: [fra], take-reserved: true }
                      - { after: 90s }

                """)
        let file = ConfigurationFile.read(source)
        #expect(file.problems == [])
        let queue = try #require(file.configuration?.queues[1])
        #expect(queue.sites == ["fra"])
        #expect(queue.pointWorth == .seconds(30))
        #expect(queue.weight == 1.5)
        #expect(queue.rings.map(\.condition?.text) == ["tier == 'gold' AND waited > 5", "staffed == 0", nil, nil])
        #expect(
            queue.rings.map(\.relaxation) == [
                Relaxation(), Relaxation(levels: 2, without: ["orders"]), Relaxation(), nil,
            ])
        #expect(queue.rings.map(\.raise) == [10, 0, 0, 0])
        #expect(queue.rings.map(\.isSkippedUnstaffed) == [false, true, false, false])
        #expect(queue.rings.map(\.takesReserved) == [false, false, true, false])
        #expect(queue.rings[3].requirement == nil)
    }

    @Test func overflowAndCallbacksAreRead() throws {
        let configuration = try #require(ConfigurationFile.read(try Fixture.sample()).configuration)
        let queue = configuration.queues[0]
        #expect(queue.overflow.map(\.trigger) == [.closed, .full, .always])
        #expect(queue.overflow.map(\.after) == [.zero, .zero, .seconds(300)])
        #expect(queue.overflow[2].condition?.text == "ewt > 300")
        guard case .message(let message) = queue.overflow[0].action else {
            Issue.record("\(queue.overflow[0])")
            return
        }
        #expect((message.queue, message.channel, message.replyWithin) == ("mail", .email, .seconds(4 * 3_600)))
        #expect(message.acknowledgement.hasPrefix("Thank you for your message ({contact})."))
        let callbacks = try #require(queue.callbacks)
        #expect(callbacks.hours == DayInterval(startMinute: 480, endMinute: 1_260))
        #expect(callbacks.slots?.notice == .seconds(1_800))
    }

    @Test(arguments: [
        ("- { if: ful, end: no }", "did you mean `full`?"), ("- { after: 3s }", "says one of `queue`"),
        ("- { queue: mail, end: no }", "says one of `queue`"), ("- { queue: mial }", "did you mean `mail`?"),
        ("- { if: closed, message: { reply-within: 1s } }", "from 1m to 365d"),
    ])
    func mistakesInOverflowAreExplained(rule: String, message: String) throws {
        let source = try Fixture.sample().replacing("- { if: full, callback: true }", with: rule)
        let problems = ConfigurationFile.read(source).problems.map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    @Test(arguments: [
        (
            "{ after: 45s, when: skill.x >= 1 }",
            "is no condition: the name at column 1 asks for an agent"
        ),
        ("{ relax: { levels: 1 } }", "lacks `after`"),
        ("{ after: 45s, requirement: orders >= 1, relax: { levels: 1 } }", "leave one out"),
        ("{ after: 45s, sites: [nyc] }", "names site `nyc`, which is not defined"),
        ("{ after: 45s, relax: { without: [order] } }", "leaves out skill `order`, which is not defined"),
        ("{ after: 45s, raise: 2000 }", "a whole number from 0 to 1000"),
    ])
    func mistakesInRingsAreExplained(ring: String, message: String) throws {
        let source = try Fixture.sample().replacing("{ after: 45s, requirement: language.en >= 2 }", with: ring)
        let problems = ConfigurationFile.read(source).problems.map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    @Test func configurationComesBackFromItsBytes() throws {
        let configuration = try #require(ConfigurationFile.read(try Fixture.sample()).configuration)
        let bytes = configuration.wireBytes()
        let copy = try CenterConfiguration(wireBytes: bytes)
        #expect(copy == configuration)
        #expect(copy.wireBytes() == bytes)
    }

    @Test func cutBytesAreRefused() throws {
        let bytes = try #require(ConfigurationFile.read(try Fixture.sample()).configuration).wireBytes()
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: WireError.self) { try CenterConfiguration(wireBytes: Array(bytes.prefix(count))) }
        }
    }

    @Test(arguments: [
        ("", "line 1, column 1: the file is empty"),
        ("# nothing\n", "line 1, column 1: the file is empty"),
        ("sites:\n\tfra: {}\n", "line 2, column 1: the line is indented with a tab; use spaces"),
        ("a: 1\n---\nb: 2\n", "line 2, column 1: a second document begins here; a file holds one"),
        ("a: *b\n", "line 1, column 4: this alias stands for nothing; define it before with `&`"),
        (
            "a: [1, 2\n",
            "line 2, column 1: a list or mapping in brackets goes on here without a comma, or lacks its closing bracket"
        ),
        ("[1]", "line 1, column 1: the file must be a mapping of names to values, not a list"),
        ("sites: !place {}", "line 1, column 8: tags such as `!place` mean nothing here; leave it out"),
        (
            "? [*a]\n: 1\n",
            "line 1, column 4: a file with keys that are not plain texts may not use aliases"
        ),
    ])
    func strangeFilesAreExplained(source: String, message: String) {
        #expect(ConfigurationFile.read(source).problems.first?.description == message)
    }

    @Test func aliasesAreFewAndExpandedWithinBounds() {
        let bomb = (1...9).reduce("a0: &a0 [x, x]\n") { text, level in
            text + "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(ConfigurationFile.read(bomb).problems.map(\.message) == ["more than 16 aliases; write the values out"])
        let hidden = "a: &a [x]\n*a : &b [*a]\n"
        #expect(ConfigurationFile.read(hidden).problems.count == 1)
        let fair = "skills: { a: &a Text, b: *a }"
        #expect(!ConfigurationFile.read(fair).problems.contains { $0.path.hasPrefix("skills") })
    }

    @Test func deepAndLargeFilesAreRefused() {
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(ConfigurationFile.read(deep).problems.first?.message == "the file is nested more than 32 deep")
        let endless = String(repeating: "[", count: 100_000)
        #expect(!ConfigurationFile.read(endless).problems.isEmpty)
        let large = "a: " + String(repeating: "x", count: 1_048_576)
        let message = "the file has 1048579 bytes; at most 1048576 are read"
        #expect(ConfigurationFile.read(large).problems.map(\.message) == [message])
    }

    @Test func everyDuplicateKeyIsFound() {
        let source = """
            skills: { a: A, "b": B, a: C, b: D }
            reasons:
              x: X
              y: "Y: y"
              "x": Z
            reasons: {}
            """
        let duplicates = ConfigurationFile.read(source).problems.filter { $0.message.contains("second time") }
        #expect(duplicates.map { [$0.line, $0.column] } == [[1, 25], [1, 31], [5, 3], [6, 1]])
    }

    @Test func mutatedSamplesNeverTrap() throws {
        let sample = Array(try Fixture.sample().utf8)
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]:,-#&*!|>'\"%@`?\t\n 0a.~<é\u{85}".utf8)
        for _ in 0..<400 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = alphabet.randomElement(using: &random) ?? 0
                case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
                }
            }
            let file = ConfigurationFile.read(String(decoding: bytes, as: UTF8.self))
            #expect((file.configuration == nil) == !file.problems.isEmpty)
        }
    }
}
