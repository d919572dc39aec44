import Foundation
import Gateway
import GatewayAPI
import GatewayClient
import Testing

@Suite(.timeLimit(.minutes(1))) struct RequestCheckTests {
    private static let open = #"{"channel":"chat","queue":"support"}"#

    private func key(_ milliseconds: Int64 = Int64(Date().timeIntervalSince1970 * 1000)) -> (String, String) {
        ("Idempotency-Key", IdempotencyKey(milliseconds: milliseconds).description)
    }

    private let json = ("Content-Type", "application/json")

    @Test func aRepeatedCommandGetsTheSameAnswer() async throws {
        try await GatewayFixture.withGateway { fixture in
            let key = fixture.administrator.makeKey()
            let request = OpenContactRequest(channel: .chat, queue: "support")
            let first = try await fixture.administrator.openContact(request, key: key)
            let second = try await fixture.administrator.openContact(request, key: key)
            #expect(first == second)
            #expect(try await fixture.administrator.contacts().items.count == 1)
            let other = OpenContactRequest(channel: .voice, queue: "support")
            await expect(problem: 422) { try await fixture.administrator.openContact(other, key: key) }
        }
    }

    @Test func aCommandNeedsAFreshKeyOfVersionSeven() async throws {
        try await GatewayFixture.withGateway { fixture in
            let missing = try await fixture.send("POST", "/v1/contacts", headers: [json], body: Self.open)
            #expect(missing.status == 400)
            #expect(missing.body.contains("idempotency-key-missing"))
            let version4 = ("Idempotency-Key", "f47ac10b-58cc-4372-a567-0e02b2c3d479")
            let malformed = try await fixture.send("POST", "/v1/contacts", headers: [json, version4], body: Self.open)
            #expect(malformed.status == 400)
            #expect(malformed.body.contains("idempotency-key-malformed"))
            let old = try await fixture.send("POST", "/v1/contacts", headers: [json, key(1_000_000)], body: Self.open)
            #expect(old.status == 409)
            #expect(old.body.contains("command-expired"))
        }
    }

    @Test(arguments: [
        (#"{"channel":"chat"}"#, 422, "queue"), (#"{"channel":"pigeon","queue":"support"}"#, 422, "channel"),
        (#"{"channel":"chat","queue":"support","colour":1}"#, 422, "colour"),
        (#"{"channel":"chat","queue":"support","priority":1001}"#, 422, "priority"),
        (#"{"channel":"chat","queue":"support","priority":1.5}"#, 422, "priority"),
        (#"{"channel":"chat","queue":"support","requirement":"a >"}"#, 422, "requirement"),
        (#"{"channel":"chat","queue":"support","session":"x"}"#, 422, "session"),
        (#"{"channel":"chat","queue":"no such"}"#, 422, "queue"),
        (#"{"channel":"chat","queue":"nosuch"}"#, 404, "nosuch"),
        (#"{"channel":"chat","queue":"support","queue":"support"}"#, 400, "twice"), ("[]", 422, "object"),
        ("{", 400, "byte"), ("", 400, "byte"), (#"{"channel":"\ud800"}"#, 400, "surrogate"),
        (#"{"channel":"chat","queue":"support","attributes":{"a":{}}}"#, 422, "attributes.a"),
        (String(repeating: "[", count: 40), 400, "nested"),
    ])
    func aWrongBodyIsRefusedAndNamed(_ body: String, _ status: Int, _ named: String) async throws {
        try await GatewayFixture.withGateway { fixture in
            let answer = try await fixture.send("POST", "/v1/contacts", headers: [json, key()], body: body)
            #expect(answer.status == status, "\(answer.body)")
            #expect(answer.body.contains(named), "\(answer.body)")
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func pathsMethodsTypesAndSizesAreChecked() async throws {
        var limits = GatewayLimits()
        limits.bodyBytes = 100
        try await GatewayFixture.withGateway(limits: limits) { fixture in
            #expect(try await fixture.send("GET", "/v1/nothing").status == 404)
            #expect(try await fixture.send("GET", "/v1/contacts/c0-99").status == 404)
            #expect(try await fixture.send("GET", "/v1/contacts/banana").status == 404)
            #expect(try await fixture.send("GET", "/v1/contacts?colour=red").status == 400)
            #expect(try await fixture.send("GET", "/v1/contacts?limit=0").status == 400)
            #expect(try await fixture.send("GET", "/v1/contacts?queue=support&agent=ada").status == 200)
            #expect(try await fixture.send("GET", "/v1/contacts?queue=nosuch").status == 404)
            #expect(try await fixture.send("GET", "/v1/contacts?agent=zoe").status == 404)
            let method = try await fixture.send("PUT", "/v1/contacts")
            #expect(method.status == 405)
            #expect(method.headers["allow"] == "GET, POST")
            let type = try await fixture.send(
                "POST", "/v1/contacts", headers: [("Content-Type", "text/plain"), key()], body: Self.open)
            #expect(type.status == 415)
            let long = #"{"customer":""# + String(repeating: "x", count: 200) + "\"}"
            #expect(try await fixture.send("POST", "/v1/contacts", headers: [json, key()], body: long).status == 413)
        }
    }

    @Test func aTokenThatAsksTooOftenIsToldToWait() async throws {
        var limits = GatewayLimits()
        limits.requestsPerSecond = 0.1
        limits.requestBurst = 2
        try await GatewayFixture.withGateway(limits: limits) { fixture in
            _ = try await fixture.send("GET", "/v1/queues")
            _ = try await fixture.send("GET", "/v1/queues")
            let refused = try await fixture.send("GET", "/v1/queues")
            #expect(refused.status == 429)
            #expect(Int(refused.headers["retry-after"] ?? "") ?? 0 > 0)
        }
    }

    @Test func aTokenMayOpenOnlySoManyStreams() async throws {
        var limits = GatewayLimits()
        limits.streamsPerToken = 1
        try await GatewayFixture.withGateway(limits: limits) { fixture in
            var events = fixture.administrator.events().makeAsyncIterator()
            _ = try await events.next()
            #expect(try await fixture.send("GET", "/v1/events").status == 429)
            withExtendedLifetime(events) {}
        }
    }

    @Test func aFullQueueIsAConflict() async throws {
        try await GatewayFixture.withGateway { fixture in
            let request = OpenContactRequest(channel: .voice, queue: "billing")
            _ = try await fixture.administrator.openContact(request)
            await expect(problem: 409) { try await fixture.administrator.openContact(request) }
        }
    }
}
