import GatewayAPI
import GatewayClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct AuthorizationTests {
    @Test func onlyHealthIsOpenToAnyone() async throws {
        try await GatewayFixture.withGateway { fixture in
            let paths = ["/healthz": 200, "/readyz": 200, "/metrics": 401, "/openapi.json": 401, "/v1/queues": 401]
            for (path, status) in paths {
                #expect(try await fixture.send("GET", path, token: "sdl_wrong").status == status)
            }
            let refused = try await fixture.send("GET", "/v1/agents", token: "sdl_wrong")
            #expect(refused.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(refused.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func everyOperationRefusesRolesThatItDoesNotName() async throws {
        try await GatewayFixture.withGateway { fixture in
            let connector = try await fixture.client(.connector)
            await expect(problem: 403) { try await connector.agents() }
            await expect(problem: 403) { try await connector.tokens() }
            let ada = try await fixture.client(.agent, agent: "ada")
            await expect(problem: 403) {
                try await ada.openContact(OpenContactRequest(channel: .chat, queue: "support"))
            }
            await expect(problem: 403) { try await ada.signIn("bob") }
            await expect(problem: 403) { try await ada.contacts(agent: "bob") }
            let supervisor = try await fixture.client(.supervisor)
            await expect(problem: 403) { try await supervisor.apply(configuration: sampleSource) }
            #expect(try await supervisor.agents().items.count == 2)
        }
    }

    @Test func anAgentSeesOnlyWhatTheyHaveInHand() async throws {
        try await GatewayFixture.withGateway { fixture in
            let ada = try await fixture.client(.agent, agent: "ada")
            let opened = try await fixture.administrator.openContact(
                OpenContactRequest(channel: .chat, queue: "support"))
            await expect(problem: 404) { try await ada.contact(opened.contact) }
            await expect(problem: 404) { try await ada.complete(opened.contact) }
            #expect(try await ada.contacts().items.isEmpty)
        }
    }

    @Test func tokensAreMadeListedAndRevoked() async throws {
        try await GatewayFixture.withGateway { fixture in
            let key = fixture.administrator.makeKey()
            let request = TokenRequest(label: "wallboard", role: .supervisor)
            let created = try await fixture.administrator.createToken(request, key: key)
            #expect(try await fixture.administrator.createToken(request, key: key) == created)
            let other = TokenRequest(label: "another", role: .supervisor)
            await expect(problem: 422) { try await fixture.administrator.createToken(other, key: key) }
            let stranger = TokenRequest(label: "desk", role: .agent, agent: "zoe")
            await expect(problem: 404) { try await fixture.administrator.createToken(stranger) }
            let ada = TokenRequest(label: "desk", role: .agent, agent: "ada")
            #expect(try await fixture.administrator.createToken(ada).token.agent == "ada")
            let client = fixture.administrator.authorized(by: created.secret)
            #expect(try await client.queues().items.count == 2)
            #expect(try await fixture.administrator.tokens().items.map(\.id).contains(created.token.id))
            try await fixture.administrator.revokeToken(created.token.id)
            await expect(problem: 401) { try await client.queues() }
            await expect(problem: 404) { try await fixture.administrator.revokeToken(created.token.id) }
        }
    }
}

/// Expects the gateway to refuse a request with a status.
func expect(
    problem status: Int, sourceLocation: SourceLocation = #_sourceLocation,
    _ request: () async throws -> some Sendable
) async {
    do {
        _ = try await request()
        Issue.record("the request was carried out", sourceLocation: sourceLocation)
    } catch let error as GatewayError {
        #expect(error.problem?.status == status, "\(error)", sourceLocation: sourceLocation)
    } catch {
        Issue.record("the request failed with \(error)", sourceLocation: sourceLocation)
    }
}
