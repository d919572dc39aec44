import ConfigurationFile
import ContactCenter
import Testing
import Wire

@Suite struct HandlingTests {
    /// The sample with something more said of its queue `mail` and its agent `greta`.
    private static func sample(mail: String? = nil, greta: String? = nil) throws -> String {
        var source = try Fixture.sample()
        if let mail { source = source.replacing("    priority: -10 ", with: "    \(mail)\n    priority: -10 ") }
        if let greta {
            source = source.replacing("    queues: [support] ", with: "    \(greta)\n    queues: [support] ")
        }
        return source
    }

    @Test func blendingAndReleasesAreRead() throws {
        let source = try Self.sample(
            mail: "blend: { behind: [support], idle: 2, service-level: true }",
            greta: "release: { channels: { voice: 20% }, skills: { support: 0.125 } }")
        let file = ConfigurationFile.read(source)
        #expect(file.problems.isEmpty, "\(file.problems)")
        let configuration = try #require(file.configuration)
        let mail = configuration.queues.first { $0.id == "mail" }
        #expect(mail?.blending == Blending(behind: ["support"], idle: 2, keepsServiceLevel: true))
        let greta = configuration.agents.first { $0.id == "greta" }
        let releases = [
            Release(.channel(.voice), thousandths: 200), Release(.skill("support"), thousandths: 125),
        ]
        #expect(greta?.releases == releases)
        #expect(try CenterConfiguration(wireBytes: configuration.wireBytes()) == configuration)
    }

    @Test(arguments: [
        ("release: { channels: { fax: 20% } }", "`fax` is no channel"),
        ("release: { channels: { chat: 100% } }", "from 0.1% to 99.9%"),
        ("release: { skills: { orders: 20% } }", "which is not among the agent's"),
    ])
    func mistakesInReleasesAreExplained(release: String, message: String) throws {
        let problems = ConfigurationFile.read(try Self.sample(greta: release)).problems.map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    @Test(arguments: [
        ("blend: { behind: [suport], idle: 1 }", "did you mean `support`?"),
        ("blend: { behind: [support] }", "say what they are to keep"),
        ("blend: { idle: many }", "a whole number from 0"),
    ])
    func mistakesInBlendingAreExplained(blending: String, message: String) throws {
        let problems = ConfigurationFile.read(try Self.sample(mail: blending)).problems.map(\.description)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }
}
