import Center
import ContactCenter
import FoundationEssentials
import GatewayAPI
import Hummingbird

/// Bearer tokens: made, listed and revoked.
struct TokenRoutes: Sendable {
    let center: CenterDirectory
    let tokens: any TokenStore
    let recent: RecentTokens

    var operations: [Operation] { [create, list, revoke] }

    private var create: Operation {
        Operation(
            id: "createToken", summary: "Makes a token; its secret is in this answer and nowhere else.", method: .post,
            path: "/v1/tokens", roles: [.administrator], body: .json("TokenRequest"), isCommand: true,
            answer: .json(status: 201, "CreatedToken"), refusals: [404]
        ) { call in
            let key = try call.commandID()
            var (body, faults) = try call.read(TokenRequest.self)
            if body.label.isEmpty { faults.fault("label", "label must not be empty.") }
            faults.bound(body.label, 100, "label")
            let agent: AgentID? = body.agent.map { faults.name($0, "agent") }
            try faults.check()
            let request = body
            // Before its turn, which revocations wait for too.
            if let agent, try await !center.knows(agent) { throw PathParameter.agent.missing(agent.name) }
            let created = try await recent.create(key, request) {
                try await tokens.create(request, at: DateTime(microseconds: WallClock.microseconds))
            }
            return try .encoded(created, status: .created)
        }
    }

    private var list: Operation {
        Operation(
            id: "listTokens", summary: "Lists every token, oldest first, without their secrets.", method: .get,
            path: "/v1/tokens", roles: [.administrator], answer: .json(status: 200, "TokenPage")
        ) { _ in
            try .encoded(Page(items: tokens.tokens()))
        }
    }

    private var revoke: Operation {
        Operation(
            id: "revokeToken", summary: "Makes a token invalid.", method: .delete, path: "/v1/tokens/{token}",
            roles: [.administrator], isCommand: true, answer: .noContent
        ) { call in
            let key = try call.commandID()
            let id = call.text(.token)
            guard try await recent.revoke(key, id, { try await tokens.revoke(id) }) else {
                throw call.missing(.token)
            }
            return .noContent
        }
    }
}
