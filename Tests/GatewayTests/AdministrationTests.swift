import Foundation
import GatewayAPI
import GatewayClient
import HTTPTypes
import Logging
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct AdministrationTests {
    @Test func aConfigurationIsCheckedComparedAndApplied() async throws {
        try await GatewayFixture.withGateway(isConfigured: false) { fixture in
            let client = fixture.administrator
            await expect(problem: 404) { try await client.configuration() }
            #expect(try await client.validate(configuration: sampleSource).isValid)
            let wrong = try await client.validate(configuration: "center: { name: 1 }\nqueus: {}\n")
            #expect(!wrong.isValid)
            #expect(wrong.errors.contains { $0.line == 2 })
            await expect(problem: 422) { try await client.apply(configuration: "queues: [") }
            #expect(try await client.apply(configuration: sampleSource).version == 1)
            #expect(try await client.configuration().source == sampleSource)
            #expect(try await client.difference(to: sampleSource).changes.isEmpty)
            let changed = sampleSource.replacingOccurrences(of: "label: Support", with: "label: Help")
            #expect(try await client.difference(to: changed).changes.map(\.after) == ["Help"])
            await expect(problem: 409) { try await client.apply(configuration: changed, replacing: 7) }
            #expect(try await client.apply(configuration: changed, replacing: 1).version == 2)
            #expect(try await client.configurationVersions().items.map(\.version) == [2, 1])
            #expect(try await client.configuration(version: 1).source == sampleSource)
            await expect(problem: 404) { try await client.configuration(version: 9) }
        }
    }

    @Test func statusFindingsAndMetricsAreShown() async throws {
        try await GatewayFixture.withGateway { fixture in
            let client = fixture.administrator
            _ = try await client.openContact(OpenContactRequest(channel: .chat, queue: "support"))
            let status = try await client.followCenterClock()
            #expect(status.configurationVersion == 1)
            #expect(status.partitions.map(\.liveContacts) == [1])
            #expect(status.partitions.map(\.owner) == ["test"])
            #expect(status.partitions.map(\.journal) == ["memory"])
            #expect(status.nodes == [])
            #expect(
                status.sites == [Status.Site(id: "fra", nodesUp: 1, nodes: 1, partitions: ["fra.0"], liveContacts: 1)])
            let subjects = try await client.findings().items.map(\.subject)
            #expect(Set(subjects).isDisjoint(with: ["node", "partition", "cluster"]))
            let metrics = try await client.metrics()
            #expect(metrics.contains("sundial_contacts_opened_total{queue=\"support\"} 1\n"))
            #expect(metrics.contains("sundial_commit_duration_seconds_bucket{partition=\"fra.0\",le=\"+Inf\"} "))
            #expect(metrics.contains("sundial_commit_commands_count{partition=\"fra.0\"} 2\n"))
            #expect(metrics.contains("route=\"/v1/contacts\",method=\"POST\",status=\"201\""))
            _ = try await client.openContact(OpenContactRequest(channel: .chat, queue: "support"))
        }
    }

    @Test func aPartitionIsCheckedAndANodeThatStandsAloneHandsNothingOver() async throws {
        try await GatewayFixture.withGateway { fixture in
            let client = fixture.administrator
            #expect(try await client.check(partition: "fra.0").isEqual)
            await expect(problem: 404) { try await client.check(partition: "fra.1") }
            await expect(problem: 409) { try await client.drain(node: "test") }
            await expect(problem: 409) { try await client.resume(node: "test") }
            await expect(problem: 409) { try await client.move(partition: "fra.0", to: "other") }
            let supervisor = try await fixture.client(.supervisor)
            #expect(try await supervisor.check(partition: "fra.0").isEqual)
            await expect(problem: 403) { try await supervisor.drain(node: "test") }
        }
    }

    @Test func theDescriptionNamesEveryRouteAndNoOther() async throws {
        try await GatewayFixture.withGateway { fixture in
            let text = try await fixture.administrator.openAPI()
            let document = try JSONDecoder().decode(Description.self, from: Data(text.utf8))
            let described = document.paths.flatMap { path, methods in
                methods.keys.map { "\($0.uppercased()) \(path)" }
            }
            let gateway = Gateway(
                configuration: GatewayConfiguration(), center: fixture.center, tokens: fixture.tokens,
                logger: .init(label: "test"))
            let routes = gateway.operations.map { "\($0.method.rawValue) \($0.path)" }
            #expect(described.sorted() == routes.sorted())
            #expect(Set(gateway.operations.map(\.id)).count == routes.count)
            for name in document.references(in: text) { #expect(document.components.schemas[name] != nil, "\(name)") }
        }
    }

    private struct Description: Decodable {
        struct Anything: Decodable {}
        struct Components: Decodable { let schemas: [String: Anything] }
        let paths: [String: [String: Anything]]
        let components: Components

        func references(in text: String) -> [String] {
            text.components(separatedBy: "#/components/schemas/").dropFirst().map { part in
                String(part.prefix { $0 != "\"" })
            }
        }
    }
}
