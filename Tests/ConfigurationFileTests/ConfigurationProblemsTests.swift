import ConfigurationFile
import ContactCenter
import Testing

/// Configurations that were built in code, not read from a file.
@Suite struct ConfigurationProblemsTests {
    private func sample() throws -> CenterConfiguration {
        try #require(ConfigurationFile.read(try Fixture.sample()).configuration)
    }

    @Test func emptyConfigurationIsSound() {
        #expect(CenterConfiguration().problems() == [])
    }

    @Test func unknownReferencesAreNamedByPath() throws {
        var configuration = try sample()
        configuration.queues[2].calendar = "hotlin"
        configuration.agents[0].site = "nyc"
        configuration.agents[1].capacity = "blendet"
        configuration.agents[2].skills["swimming"] = 4
        configuration.agents[3].queues = ["suport"]
        configuration.agents[4].reservedFor = "sails"
        configuration.settings.unansweredReason = "lunch"
        #expect(
            configuration.problems().map(\.description) == [
                "settings.unansweredReason: the settings name reason `lunch`, which is not defined; "
                    + "there is `break`, `meal`, `training`, `back-office`",
                "queues[2].calendar: queue `mail` names calendar `hotlin`, which is not defined; "
                    + "did you mean `hotline`?",
                "agents[0].site: agent `ana` names site `nyc`, which is not defined; there is `fra`",
                "agents[1].capacity: agent `ben` names capacity profile `blendet`, which is not defined; "
                    + "did you mean `blended`?",
                "agents[2].skills.swimming: agent `clara` has skill `swimming`, which is not defined; "
                    + "there is `language.de`, `language.en`, `support`, `orders`, `billing`",
                "agents[3].queues.suport: agent `david` serves queue `suport`, which is not defined; "
                    + "did you mean `support`?",
                "agents[4].reservedFor: agent `elif` is reserved for queue `sails`, which is not defined; "
                    + "there is `support`, `sales`, `mail`",
            ])
    }

    @Test func valuesOutOfBoundsAreRefused() throws {
        var configuration = try sample()
        configuration.settings.offerTimeout = .zero
        configuration.settings.unansweredLimit = -1
        configuration.capacities[0].channels[1].maximum = 0
        configuration.queues[0].priority = 2_000
        configuration.queues[0].serviceLevelTarget = .nan
        configuration.queues[1].maximumLength = 0
        configuration.queues[1].rings[0].after = .seconds(-1)
        configuration.agents[0].skills["support"] = 11
        #expect(
            configuration.problems().map(\.path) == [
                "settings.offerTimeout", "settings.unansweredLimit", "capacities[0].channels[1].maximum",
                "queues[0].priority", "queues[0].serviceLevelTarget", "queues[1].maximumLength",
                "queues[1].rings[0].after", "agents[0].skills.support",
            ])
    }

    @Test func duplicatesAndBadNamesAreRefused() throws {
        var configuration = try sample()
        configuration.agents[1].id = "ana"
        configuration.skills[0].id = ""
        configuration.sites.append(SiteConfiguration(id: "fra", timeZone: "Mars/Olympus"))
        configuration.capacities[1].channels.append(ChannelCapacity(channel: .chat, maximum: 1))
        let paths = configuration.problems().map(\.path)
        for path in ["agents[1]", "skills[0]", "sites[1]", "sites[1].timeZone", "capacities[1].channels[2]"] {
            #expect(paths.contains(path))
        }
    }

    @Test func manyProblemsAreBounded() throws {
        var configuration = try sample()
        configuration.agents = (0..<5_000).map { AgentConfiguration(id: AgentID("a\($0)"), site: "x", capacity: "y") }
        #expect(configuration.problems().count == 1_000)
    }
}
