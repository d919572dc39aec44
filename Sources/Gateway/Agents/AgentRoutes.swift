import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Agents: listed, shown, signed in and out, and what they choose to be.
struct AgentRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, show, contacts, signIn, signOut, setAvailability, setCapacity] }

    private static let selves: [Token.Role] = [.administrator, .supervisor, .agent]

    private var list: Operation {
        Operation(
            id: "listAgents", summary: "Lists every agent, in the order of the configuration.", method: .get,
            path: "/v1/agents", roles: [.administrator, .supervisor], asksAll: true,
            answer: .json(status: 200, "AgentPage")
        ) { _ in
            .json(PageWriter(items: try await center.agents().map { Agent($0) }, next: nil))
        }
    }

    private var show: Operation {
        Operation(
            id: "showAgent", summary: "Shows an agent.", method: .get, path: "/v1/agents/{agent}", roles: Self.selves,
            answer: .json(status: 200, "Agent")
        ) { call in
            guard let state = try await center.agent(try call.agentID()) else { throw call.missing(.agent) }
            return .json(Agent(state.agent))
        }
    }

    private var contacts: Operation {
        Operation(
            id: "listAgentContacts", summary: "Lists the contacts an agent has in hand, oldest first.", method: .get,
            path: "/v1/agents/{agent}/contacts", roles: Self.selves, answer: .json(status: 200, "ContactPage")
        ) { call in
            guard let state = try await center.agent(try call.agentID()) else { throw call.missing(.agent) }
            return .json(PageWriter(items: state.contacts.map { Contact($0) }, next: nil))
        }
    }

    private var signIn: Operation {
        Operation(
            id: "signInAgent", summary: "The agent begins to work, not yet available.", method: .post,
            path: "/v1/agents/{agent}/sign-in", roles: Self.selves, isCommand: true, answer: .noContent
        ) { call in
            _ = try await center.carryOut(.signIn(try call.agentID()), for: call)
            return .noContent
        }
    }

    private var signOut: Operation {
        Operation(
            id: "signOutAgent", summary: "The agent stops working.", method: .post,
            path: "/v1/agents/{agent}/sign-out", roles: Self.selves, isCommand: true, answer: .noContent
        ) { call in
            _ = try await center.carryOut(.signOut(try call.agentID()), for: call)
            return .noContent
        }
    }

    private var setAvailability: Operation {
        Operation(
            id: "setAgentAvailability", summary: "Sets what the agent chooses to be.", method: .post,
            path: "/v1/agents/{agent}/availability", roles: Self.selves, body: .json("AvailabilityRequest"),
            isCommand: true, answer: .noContent
        ) { call in
            let agent = try call.agentID()
            let (body, faults) = try call.read(AvailabilityRequest.self)
            let wish = try SetAvailability(agent, body, faults)
            _ = try await center.carryOut(.setAvailability(wish), for: call)
            return .noContent
        }
    }

    private var setCapacity: Operation {
        Operation(
            id: "setAgentCapacity", summary: "Gives the agent other limits than their capacity profile's.",
            method: .post, path: "/v1/agents/{agent}/capacity", roles: Self.selves, body: .json("CapacityRequest"),
            isCommand: true, answer: .noContent
        ) { call in
            let agent = try call.agentID()
            let (body, faults) = try call.read(CapacityRequest.self)
            let wish = try SetCapacity(agent, body, faults)
            _ = try await center.carryOut(.setCapacity(wish), for: call)
            return .noContent
        }
    }
}
